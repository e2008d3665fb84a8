import { expect, it } from "vitest";
import { startShop } from "./shop.ts";

const page = { origin: "https://app.example" };
const preflight = {
  method: "OPTIONS",
  headers: {
    ...page,
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,x-key",
  },
};

it("answers preflights and lets the pages read that were named", async () => {
  await using mock = await startShop({ cors: [page.origin] });
  const asked = await fetch(`${mock.url}/items`, preflight);
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe(page.origin);
  expect(asked.headers.get("access-control-allow-methods")).toBe("POST");
  expect(asked.headers.get("access-control-allow-headers")).toBe("content-type,x-key");
  expect(mock.requests).toHaveLength(0);

  mock.fail({ status: 503 });
  for (const status of [503, 200]) {
    const answer = await fetch(`${mock.url}/items`, { headers: { ...page, "x-key": "k" } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe(page.origin);
    expect(answer.headers.get("access-control-expose-headers")).toBe("*");
  }
  expect(mock.requests).toHaveLength(2);
});

it("says nothing of other origins unless asked to", async () => {
  await using mock = await startShop();
  const answer = await fetch(`${mock.url}/items`, { headers: { ...page, "x-key": "k" } });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  expect((await fetch(`${mock.url}/items`, preflight)).status).not.toBe(204);
});

it.each<[cors: boolean | readonly string[], origin: string, isLetIn: boolean]>([
  [true, "http://localhost:5173", true],
  [true, "https://app.localhost", true],
  [true, "http://127.0.0.1:8080", true],
  [true, "http://[::1]:3000", true],
  [true, "https://app.example", false],
  [true, "https://localhost.evil.example", false],
  [true, "http://127.0.0.1.evil.example", false],
  [true, "http://localhost@evil.example", false],
  [true, "null", false],
  [["https://app.example"], "https://app.example", true],
  [["https://app.example"], "https://app.example.evil.example", false],
  [["https://app.example"], "http://app.example", false],
  [["https://app.example"], "http://localhost:5173", false],
  [["*"], "https://app.example", true],
  [["*"], "null", true],
])("with cors %j, %s may read: %s", async (cors, origin, isLetIn) => {
  await using mock = await startShop({ cors });
  const answer = await fetch(`${mock.url}/items`, { headers: { origin, "x-key": "k" } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe(isLetIn ? origin : null);
  expect(answer.headers.get("vary")).toBe("origin");
});

it.each(["app.example", "https://app.example/", "https://app.example/path", ""])(
  "refuses %j, which is not an origin",
  async (origin) => {
    await expect(startShop({ cors: [origin] })).rejects.toThrow(
      /An origin that may read the answers is like/,
    );
  },
);
