import { Agora, isAPIError } from "@trunkline/agora";
import { type Mock, startMock } from "@trunkline/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let mock: Mock;
let client: Agora;
beforeAll(async () => {
  mock = await startMock("@trunkline/agora", { from: import.meta.url });
  client = new Agora({ apiKey: "agora_test_YOUR_KEY", baseURL: mock.url, maxRetries: 0 });
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

describe("a refused upload", () => {
  it.each([
    ["default", ["phone"]],
    ["error", []],
  ])("is read as the example %s", async (example, fields) => {
    mock.prefer({ operation: "leads.upload", status: 422, example });
    const error: unknown = await client.leads
      .upload({ campaign_id: 1, leads: [{ phone: "+1" }], compliance_acknowledged: true })
      .catch((thrown: unknown) => thrown);
    if (!isAPIError(error, "leads.upload", 422)) throw error;
    // What has no report says so in its type: `errors` has to be looked for.
    const rows = "errors" in error.body ? error.body.errors : [];
    expect(rows.map((row) => row.field)).toEqual(fields);
  });
});
