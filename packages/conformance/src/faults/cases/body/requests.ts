import { sendAnswer } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { uploading } from "./file-field.ts";

export const requestCases: readonly FaultCase[] = [
  {
    id: "body/none-on-get",
    title: "A GET has no body and no Content-Type, and says what it accepts.",
    reason: "Some servers and gateways refuse a GET with content.",
    source: http("9.3.1"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        resultOf(await bench.call(bench.client(server.base), get), "a GET");
        const [request] = server.requests;
        promise(request?.body.length === 0, "the GET had a body");
        promise(
          request?.headers["content-type"] === undefined,
          `the GET had the content type ${request?.headers["content-type"]}`,
        );
        promise(/json/.test(request?.headers.accept ?? ""), `the GET accepts ${request?.headers.accept}`);
      });
    },
  },
  {
    id: "body/upload-name",
    title: "A file name cannot break out of its multipart header.",
    reason: "A quote or a line break in a name would end the header and begin another part.",
    source: { name: "RFC 7578 §4.2", url: "https://www.rfc-editor.org/rfc/rfc7578#section-4.2" },
    prepare: (target) =>
      uploading(target, async (found, field, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        const file = new File(["content"], 'a"\r\nX-Evil: 1\r\n\r\n.txt');
        resultOf(
          await bench.call(bench.client(server.base), found, { params: { [field]: file } }),
          "a file with a hostile name",
        );
        const body = server.requests[0]?.body.toString() ?? "";
        promise(body.includes("content"), "the file did not arrive");
        promise(!/^X-Evil:/m.test(body), "the name made a header of its own");
      }),
  },
  {
    id: "body/header-values",
    title: "A header that holds a line break is refused, and null removes a header.",
    reason: "A line break in a value would begin another header, or another request.",
    source: http("5.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, { defaultHeaders: { "x-default": "1" } });
        errorOf(
          await bench.call(client, get, { options: { headers: { "x-odd": "a\r\nX-Evil: 1" } } }),
          "a line break in a header",
        );
        sent(server, 0);
        resultOf(
          await bench.call(client, get, { options: { headers: { "x-default": null, "x-mine": "2" } } }),
          "headers of the call",
        );
        const { headers } = server.requests[0] ?? { headers: {} as Record<string, string> };
        promise(headers["x-default"] === undefined, "null did not remove the header");
        promise(headers["x-mine"] === "2", "the call's own header is missing");
      });
    },
  },
  {
    id: "body/user-agent",
    title: "Requests name the client and its version.",
    reason: "A vendor that sees a misbehaving client must be able to tell which one it is.",
    source: http("10.1.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        resultOf(await bench.call(bench.client(server.base), get), "a GET");
        const agent = server.requests[0]?.headers["user-agent"] ?? "";
        promise(
          /^[\w!#$%&'*+.^`|~-]+\/\d+\.\d+/.test(agent) && !/^(node|undici)\b/.test(agent),
          `the user agent is ${brief(agent)}`,
        );
      });
    },
  },
];
