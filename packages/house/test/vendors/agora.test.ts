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

describe("an upload that breaks its schema", () => {
  const leads = [{ phone: "+1" }];
  it.each<[string, object, number]>([
    ["no campaign", { leads, compliance_acknowledged: true }, 400],
    ["campaign 0", { campaign_id: 0, leads, compliance_acknowledged: true }, 400],
    ["a campaign in words", { campaign_id: "one", leads, compliance_acknowledged: true }, 400],
    ["no lead", { campaign_id: 1, leads: [], compliance_acknowledged: true }, 400],
    ["a disclaimer that is not acknowledged", { campaign_id: 1, leads, compliance_acknowledged: false }, 400],
    [
      "an email of no form",
      { campaign_id: 1, leads: [{ phone: "+1", email: "x" }], compliance_acknowledged: true },
      422,
    ],
  ])("by %s is refused", async (_, params, status) => {
    const upload = client.leads.upload(params as Parameters<Agora["leads"]["upload"]>[0]);
    await expect(upload).rejects.toMatchObject({ status });
  });
});
