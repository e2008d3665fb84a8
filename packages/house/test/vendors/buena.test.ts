import { Buena } from "@trunkline/buena";
import { type Mock, startMock } from "@trunkline/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it } from "vitest";

// Buena answers its first eight operations in one of three shapes. Each is read, without a switch.

let mock: Mock;
let client: Buena;
beforeAll(async () => {
  mock = await startMock("@trunkline/buena", { from: import.meta.url });
  client = new Buena({ apiKey: "bna_x", baseURL: mock.url, maxRetries: 0 });
});
afterAll(() => mock.close());
beforeEach(() => mock.reset());

const shapes = [undefined, "camelCase", "bare"] as const;
const emails = [
  "ada@example.com",
  "bo@example.com",
  "cem@example.com",
  "dina@example.com",
  "eli@example.com",
];

describe.each(shapes)("answers in the shape %s", (shape) => {
  beforeEach(() => {
    if (shape !== undefined) mock.prefer({ shape });
  });

  it("are walked to the end", async () => {
    const leads = await client.leads.list({ limit: 2 }).toArray();
    expect(leads.map((lead) => lead.email)).toEqual(emails);
    expect(leads.map((lead) => lead.first_name ?? lead.firstName)).toEqual([
      "Ada",
      "Bo",
      "Cem",
      "Dina",
      "Eli",
    ]);
    expect(mock.violations).toEqual([]);
    const place = shape === "camelCase" ? "page" : "offset";
    expect(
      mock.requests.map(({ query }) => query.filter(([name]) => name === place).map(([, value]) => value)),
    ).toEqual(shape === "camelCase" ? [[], ["2"], ["3"]] : [[], ["2"], ["4"]]);
  });

  it("are walked page by page, and from the middle", async () => {
    const counts: number[] = [];
    for await (const page of client.leads.list().iterPages()) {
      counts.push(Array.isArray(page.data) ? page.data.length : ((page.data ?? page).leads?.length ?? 0));
    }
    expect(counts).toEqual([2, 2, 1]);
    const rest = client.leads.list(shape === "camelCase" ? { page: 2 } : { offset: 2 });
    expect((await rest.toArray()).map((lead) => lead.email)).toEqual(emails.slice(2));
  });

  it("may have no lead", async () => {
    mock.reset();
    mock.prefer({ example: shape === undefined ? "empty" : `${shape}-empty` });
    expect(await client.leads.list().toArray()).toEqual([]);
    expect(mock.requests).toHaveLength(1);
  });

  it("give the lead itself", async () => {
    const created = await client.leads.create(
      shape !== "camelCase"
        ? { first_name: "Ada", last_name: "Example", email: "ada@example.com" }
        : { firstName: "Ada", lastName: "Example", email: "ada@example.com" },
    );
    const found = await client.leads.get("lead_abc123");
    const changed = await client.leads.update("lead_abc123", { status: "contacted" });
    for (const lead of [created, found, changed]) {
      expect(lead.id).toBe("lead_abc123");
      expect(lead.first_name ?? lead.firstName).toBe("Ada");
      expect(lead.created_at ?? lead.createdAt).toBe("2025-01-15T10:30:00Z");
    }
    expect(mock.violations).toEqual([]);
  });

  it("give the key itself, and a list of keys", async () => {
    const key = await client.apiKeys.create({ name: "Import job", permissions: ["leads:read"] });
    expect(key.key).toBe("bna_YOUR_NEW_KEY");
    expect(key.key_preview ?? key.prefix ?? key.key).toMatch(/^bna_YOUR/);
    const keys = await client.apiKeys.list();
    expect(keys.map(({ id }) => id)).toEqual(["key_abc123", "key_def456"]);
    expect(keys.map((one) => one.is_active ?? one.isActive)).toEqual(
      shape === "bare" ? [undefined, undefined] : [true, false],
    );
    expect(keys.map((one) => one.last_used ?? one.lastUsed ?? null)).toEqual(["2025-01-15T09:12:44Z", null]);
    expect(mock.violations).toEqual([]);
  });

  it("tell the state", async () => {
    const health = await client.health.check();
    expect([health.status, health.version, health.services?.database, health.user?.role]).toEqual(
      {
        snake_case: ["healthy", "2.0", "healthy", undefined],
        camelCase: ["healthy", "2.0", undefined, "Premium"],
        bare: ["ok", undefined, undefined, undefined],
      }[shape ?? "snake_case"],
    );
  });
});

describe("a request", () => {
  it("asks in the way of the other shape, and is told so", async () => {
    mock.prefer({ shape: "camelCase" });
    await expect(client.leads.list({ offset: 50 })).rejects.toThrow("Ask by page number.");
  });

  it.each([
    { email: "a@example.com" },
    { first_name: "Ada", email: "a@example.com" },
    { firstName: "Ada", email: "a@example.com" },
    { first_name: "Ada", lastName: "Example", email: "a@example.com" },
  ])("without a whole name is refused: %j", async (params) => {
    await expect(client.leads.create(params)).rejects.toMatchObject({ client: "Buena", status: 400 });
    expect(mock.violations.length).toBeGreaterThan(0);
  });

  it("with an email of no form is refused in another way", async () => {
    const lead = { first_name: "Ada", last_name: "Example", email: "nobody" };
    await expect(client.leads.create(lead)).rejects.toMatchObject({ status: 422 });
  });

  it("sends the filters of the second shape", async () => {
    await client.leads.list({
      sortBy: "lastContactedAt",
      sortOrder: "asc",
      source: "linkedin",
      title: "operations",
      createdAfter: "2025-01-01T00:00:00Z",
      createdBefore: "2025-02-01T00:00:00Z",
      lastContactedAfter: "2025-01-10T00:00:00Z",
      status: "replied",
    });
    expect(mock.violations).toEqual([]);
  });
});

it("says in the types what may be null or missing", async () => {
  type Lead = Awaited<ReturnType<typeof client.leads.get>>;
  expectTypeOf<Lead["phone"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Lead["notes"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<Lead["tags"]>().toEqualTypeOf<string[] | null | undefined>();
  expectTypeOf<Lead["first_name"]>().toEqualTypeOf<string | undefined>();
  const [, second] = await client.apiKeys.list();
  expect(second).toMatchObject({ last_used: null, expires_at: null });
});
