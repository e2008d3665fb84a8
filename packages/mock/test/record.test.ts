import { afterAll, beforeAll, expect, it } from "vitest";
import type { Mock } from "../src/index.ts";
import { call, startShop } from "./shop.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startShop();
});
afterAll(() => mock.close());

it("records a request as it stood on the wire", async () => {
  const { seen } = await call(mock, "/items/a%2Fb%20c?Tags=x+y&tags=%26&tags=&flag", {
    headers: { "X-Trace": "t" },
  });
  expect(seen).toMatchObject({
    operation: "items.get",
    route: "GET /items/{id}",
    method: "GET",
    target: "/api/v1/items/a%2Fb%20c?Tags=x+y&tags=%26&tags=&flag",
    path: "/items/a%2Fb%20c",
    segments: ["items", "a/b c"],
    query: [
      ["Tags", "x y"],
      ["tags", "&"],
      ["tags", ""],
      ["flag", ""],
    ],
    body: undefined,
  });
  expect(seen?.headers).toMatchObject({ "x-key": "k", "x-trace": "t" });
});

it("reads JSON bodies", async () => {
  const { seen } = await call(mock, "/items", { json: { name: "é" } });
  expect(seen?.body).toMatchObject({ type: "application/json", text: '{"name":"é"}', json: { name: "é" } });
  expect(Buffer.from(seen?.body?.bytes ?? []).toString()).toBe('{"name":"é"}');
  expect(seen?.answer).toMatchObject({ status: 201, fault: false });
});

it("reads the parts of a form byte for byte", async () => {
  const form = new FormData();
  form.append("files", new File([new Uint8Array([0, 13, 10, 255])], 'a "b".wav', { type: "audio/wav" }));
  form.append("files", new File(["two"], "b.wav"));
  form.append("gain", "0.5");
  const { seen, status } = await call(mock, "/upload", { body: form });
  expect(
    seen?.body?.parts?.map(({ name, filename, type, bytes }) => [name, filename, type, [...bytes]]),
  ).toEqual([
    ["files", 'a "b".wav', "audio/wav", [0, 13, 10, 255]],
    ["files", "b.wav", "application/octet-stream", [...Buffer.from("two")]],
    ["gain", undefined, undefined, [...Buffer.from("0.5")]],
  ]);
  expect([status, seen?.violations]).toEqual([204, []]);
});

it("calls back after each request and forgets on reset", async () => {
  const lines: string[] = [];
  await using other = await startShop({
    onRequest: (one) => lines.push(`${one.method} ${one.path} ${one.answer?.status}`),
  });
  await call(other, "/items/best");
  other.fail({ status: 500, times: 5 });
  await call(other, "/items/best");
  expect(lines).toEqual(["GET /items/best 200", "GET /items/best 500"]);
  other.reset();
  expect(other.requests).toEqual([]);
  expect((await call(other, "/items/best")).status).toBe(200);
});
