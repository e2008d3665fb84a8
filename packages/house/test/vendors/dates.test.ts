import { AgentRef, type ConversionsListParams } from "@trunkline/agentref";
import { Buena, type Lead, type LeadsListParams } from "@trunkline/buena";
import { startMock } from "@trunkline/mock";
import { expect, expectTypeOf, it, onTestFinished } from "vitest";

const NOON = new Date("2026-01-31T12:00:00Z");
const TEXT = "2026-01-31T12:00:00.000Z";

it("requests take a Date where the document says date-time, and answers stay text", () => {
  expectTypeOf<LeadsListParams["createdAfter"]>().toEqualTypeOf<string | Date | undefined>();
  expectTypeOf<ConversionsListParams["startDate"]>().toEqualTypeOf<string | Date | undefined>();
  expectTypeOf<Lead["created_at"]>().toEqualTypeOf<string | undefined>();
});

it("Dates go out as the documents have them", async () => {
  const mocks = await Promise.all(
    ["@trunkline/agentref", "@trunkline/buena"].map((name) => startMock(name, { from: import.meta.url })),
  );
  onTestFinished(async () => {
    await Promise.all(mocks.map((mock) => mock.close()));
  });
  const [affiliates, leads] = mocks;
  const agentref = new AgentRef({ apiKey: "ak_live_x", baseURL: affiliates?.url });
  const buena = new Buena({ apiKey: "bna_x", baseURL: leads?.url });
  await agentref.conversions.list({ startDate: NOON });
  await agentref.programs.createCoupon("prog_1", { affiliateId: "aff_1", code: "SPRING", expiresAt: NOON });
  await buena.leads.list({ createdAfter: NOON, limit: 2 }).toArray({ limit: 3 });
  await buena.apiKeys.create({ name: "Key", permissions: ["leads:read"], expires_at: NOON });
  expect(mocks.flatMap(({ violations }) => violations)).toEqual([]);
  const query = [affiliates, leads].flatMap(
    (mock) => mock?.requests.flatMap((request) => request.query) ?? [],
  );
  expect(query.filter(([name]) => /startDate|createdAfter/.test(name)).map(([, value]) => value)).toEqual([
    TEXT,
    TEXT,
    TEXT,
  ]);
  const bodies = [affiliates, leads].flatMap((mock) => mock?.requests.map(({ body }) => body) ?? []);
  expect(bodies.filter(Boolean).map((body) => JSON.stringify(body).includes(TEXT))).toEqual([true, true]);
});
