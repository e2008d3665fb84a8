import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../src/index.ts";
import { call } from "./shop.ts";

// A document whose API refuses with several statuses, each for what it says under `refusals`.
let mock: Mock;
beforeAll(async () => {
  mock = await startMock(fileURLToPath(new URL("fixtures/shapes.yaml", import.meta.url)));
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

describe("a request that breaks its schema", () => {
  it.each<[unknown, number]>([
    [{ email: "a@example.com", age: 1 }, 201],
    [{ email: "a@example.com" }, 400],
    [{ email: 1, age: 1 }, 400],
    [{ email: "nobody", age: 1 }, 422],
    // The first kind counts: what is missing, before what has a wrong form.
    [{ email: "nobody" }, 400],
    [{ email: "nobody", age: "1" }, 400],
    // 409 is what the document says of values; this operation has none, so it is refused as ever.
    [{ email: "a@example.com", age: 0 }, 422],
  ])("%j is answered %i", async (json, status) => {
    const answered = await call(mock, "/people", { json });
    expect(answered.status).toBe(status);
    if (status !== 201) expect(answered.json).toEqual({ error: status });
    if (status !== 201) expect(answered.headers.get("sl-violations")).toBeTruthy();
    expect(mock.violations.length > 0).toBe(status !== 201);
  });

  it("says which keyword is broken", async () => {
    await call(mock, "/people", { json: { age: 0 } });
    expect(mock.violations.map(({ keyword }) => keyword).sort()).toEqual(["minimum", "required"]);
  });
});
