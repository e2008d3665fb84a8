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

it("answers preflights and lets every page read, when asked to", async () => {
  await using mock = await startShop({ cors: true });
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
