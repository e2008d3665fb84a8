import { describe, expect, it } from "vitest";
import { APIError, APIResponseError, jsonLines } from "../../src/client.ts";
import type { Reply, Vendor } from "../../src/layer.ts";
import type { Operation } from "../../src/operation.ts";
import { type Reading, readReply } from "../../src/response/read.ts";
import { answer, factsOf } from "../support/layers.ts";
import { GET } from "../support/sample.ts";

const response = answer(200, { "content-type": "application/json", "x-request-id": "req_1" });

type Changes = Partial<Reading> & { readonly vendor?: Vendor };

async function read(
  reply: Omit<Reply, "response">,
  { vendor = {}, ...changes }: Changes = {},
  operation: Operation = GET,
) {
  const reading: Reading = {
    facts: factsOf(operation, { vendor }),
    keepEnvelope: false,
    asResponse: false,
    ...changes,
  };
  return readReply(reading, { response, ...reply });
}

const vendor = { envelope: { data: "/data", requestId: "/meta/id" } };
const ENVELOPE: Changes = { vendor };

describe("readReply", () => {
  const rows: [
    name: string,
    reply: Omit<Reply, "response">,
    changes: Changes,
    operation: Operation,
    want: unknown,
  ][] = [
    ["JSON", { text: '{"a":1}' }, {}, GET, { a: 1 }],
    ["what an envelope holds", { text: '{"data":[1]}' }, ENVELOPE, GET, [1]],
    [
      "the envelope, where it is wanted",
      { text: '{"data":[1]}' },
      { ...ENVELOPE, keepEnvelope: true },
      GET,
      { data: [1] },
    ],
    ["what the operation points at", { text: '{"x":{"y":2}}' }, ENVELOPE, { ...GET, data: "/x/y" }, 2],
    [
      "the whole body, where it says so",
      { text: '{"data":1}' },
      ENVELOPE,
      { ...GET, data: false },
      { data: 1 },
    ],
    ["text", { text: "{" }, {}, { ...GET, response: "text" }, "{"],
    ["nothing", {}, {}, GET, undefined],
    ["nothing, where the document says so", { text: " " }, {}, { ...GET, mayBeEmpty: true }, undefined],
    ["a value beside that", { text: "1" }, {}, { ...GET, mayBeEmpty: true }, 1],
    ["the answer", { isUnread: true }, {}, { ...GET, response: "binary" }, response],
    [
      "the answer of a stream, where it is wanted",
      { isUnread: true },
      { asResponse: true },
      { ...GET, response: jsonLines("x/y") },
      response,
    ],
  ];
  it.each(rows)("gives %s", async (_, reply, changes, operation, want) => {
    expect((await read(reply, changes, operation)).data).toEqual(want);
  });

  const lies: [name: string, text: string, changes: Partial<Reading>, want: string][] = [
    ["HTML", "<html>", {}, "with HTML or XML (application/json). It begins: <html>"],
    [
      "JSON that is cut",
      '{"a":',
      {},
      "with text that is not JSON, or JSON that breaks off (application/json).",
    ],
    ["nothing", "", {}, "with an empty body (application/json)."],
    ["JSON without its envelope", "[]", ENVELOPE, "with JSON without anything at /data (application/json)."],
  ];
  it.each(lies)("refuses %s", async (_, text, changes, want) => {
    const error = await read({ text }, changes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(APIResponseError);
    expect(error).toMatchObject({ requestId: "req_1", operation: "things.get", status: 200 });
    expect((error as Error).message).toContain(`GET /things was answered 200 ${want}`);
  });

  it("throws what an answer is that is not a success", async () => {
    const error = new APIError({ message: "no", status: 404, headers: new Headers(), body: undefined });
    await expect(read({ error, text: "{}" })).rejects.toBe(error);
  });

  it("waits for a plug-in that needs time, and makes errors for it", async () => {
    const operation: Operation = {
      ...GET,
      response: {
        accept: "text/csv",
        read: async (_response, { context, invalid }) => {
          expect(context.operation).toBe("things.get");
          throw invalid((type) => `${type} that is not CSV`, "a;b");
        },
      },
    };
    const error = await read({ isUnread: true }, {}, operation).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ excerpt: "a;b", requestId: "req_1" });
  });

  it("finds the request's id when it is asked for: in the header, else in the body", async () => {
    const { requestId } = await read({ text: '{"data":1,"meta":{"id":"body_1"}}' }, ENVELOPE);
    expect(requestId()).toBe("req_1");
    const bare = readReply(
      { facts: factsOf(GET, { vendor }), keepEnvelope: false, asResponse: false },
      { response: answer(200), text: '{"data":1,"meta":{"id":"body_1"}}' },
    );
    expect((await bare).requestId()).toBe("body_1");
  });
});
