import { valueAt, withValueAt } from "@trunkline/document";
import { documentedAnswers } from "../../../contract/answers.ts";
import { sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { openapi, weakness } from "../../sources.ts";
import { given, ordinary } from "../../target/find.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, statusError } from "../judge.ts";

const NONE = "the document does not say where errors hold code and message";

/** Pointers of one kind, as the document lists them. */
function pointers(target: Target, kind: "code" | "message" | "details" | "requestId"): readonly string[] {
  return target.pack.extension.errors?.[kind] ?? [];
}

/** The first value at one of the pointers that passes. */
function firstAt(body: unknown, candidates: readonly string[], passes: (value: unknown) => boolean): unknown {
  return candidates.map((pointer) => valueAt(body, pointer)).find(passes);
}

const isText = (value: unknown): boolean => typeof value === "string";

export const fieldCases: readonly FaultCase[] = [
  {
    id: "errors/pointers",
    title: "Code, message, details and request id of every documented error are read.",
    reason: "The code is what programs branch on; a support ticket needs the id.",
    source: openapi("Responses Object", "responses-object"),
    prepare(target) {
      if (pointers(target, "code").length + pointers(target, "message").length === 0) return NONE;
      const probe = ordinary(target, (one) => errorsOf(one.operation).length > 0);
      return given(probe, "no operation documents an error with a JSON example", async (_, bench) => {
        let answer: { readonly status: number; readonly body: unknown } = { status: 404, body: {} };
        const server = await bench.serve((_request, response) =>
          sendJson(response, answer.status, answer.body),
        );
        const client = bench.client(server.base, { maxRetries: 0 });
        const judged = new Set<string>();
        for (const one of target.probes.filter(({ schemes }) => schemes.length > 0)) {
          for (const { status, example } of errorsOf(one.operation)) {
            const body = example?.value;
            const same = JSON.stringify([status, body]);
            // A 401 may begin a token exchange, which is judged elsewhere; shared answers are judged once.
            if (status === 401 || judged.has(same)) continue;
            judged.add(same);
            answer = { status, body };
            const error = statusError(await bench.call(client, one), status, `${one.id} ${status}`);
            const code = firstAt(body, pointers(target, "code"), isText);
            const message = firstAt(body, pointers(target, "message"), isText);
            const details = firstAt(body, pointers(target, "details"), (value) => value !== undefined);
            const requestId = firstAt(body, pointers(target, "requestId"), isText);
            const where = `${one.id} ${status} ${example?.name}`;
            promise(
              error.code === code,
              `${where}: error.code is ${brief(error.code)}, ${brief(code)} expected`,
            );
            if (typeof message === "string")
              promise(
                error.message.includes(message),
                `${where}: error.message is ${brief(error.message)}, ${brief(message)} expected`,
              );
            promise(
              JSON.stringify(error.details) === JSON.stringify(details),
              `${where}: error.details is ${brief(error.details)}, ${brief(details)} expected`,
            );
            if (requestId !== undefined)
              promise(
                error.requestId === requestId,
                `${where}: error.requestId is ${brief(error.requestId)}, ${brief(requestId)} expected`,
              );
          }
        }
      });
    },
  },
  {
    id: "errors/odd-fields",
    title: "Error fields of another type than documented neither throw nor make '[object Object]'.",
    reason: "The part of a server that fails is the one that nobody has tested.",
    source: weakness(704),
    prepare(target) {
      const listed = [...pointers(target, "message"), ...pointers(target, "code")];
      return given(
        listed.length > 0 ? ordinary(target, (one) => one.method === "GET") : undefined,
        NONE,
        async (get, bench) => {
          for (const odd of [{ a: 1 }, [], 7, null, true, ""]) {
            let body: unknown = {};
            for (const pointer of listed) body = withValueAt(body, pointer, odd);
            const server = await bench.serve((_, response) => sendJson(response, 404, body));
            const error = statusError(
              await bench.call(bench.client(server.base), get),
              404,
              `fields that are ${brief(odd)}`,
            );
            promise(
              error.message.length > 3 && !error.message.includes("[object"),
              `the message is ${brief(error.message)}`,
            );
            promise(
              error.code === undefined || typeof error.code === "string",
              `error.code is ${brief(error.code)}`,
            );
          }
        },
      );
    },
  },
  {
    id: "errors/request-id-header",
    title: "The request id in a header is on the error.",
    reason: "The vendor's support finds the request by it, and by nothing else.",
    source: openapi("Header Object", "header-object"),
    prepare(target) {
      const [header] = target.pack.extension.errors?.requestIdHeaders ?? [];
      if (header === undefined) return "the document names no header of the request id";
      return given(
        ordinary(target, (one) => one.method === "GET" && one.returns === "json"),
        "no GET operation answers JSON",
        async (get, bench) => {
          const server = await bench.serve((_, response) =>
            sendJson(response, 404, {}, { [header]: "req_fault_1" }),
          );
          const error = statusError(await bench.call(bench.client(server.base), get), 404, "a 404");
          promise(error.requestId === "req_fault_1", `error.requestId is ${brief(error.requestId)}`);
        },
      );
    },
  },
];

/** Documented errors with a JSON example. */
function errorsOf(operation: Parameters<typeof documentedAnswers>[0]): ReturnType<typeof documentedAnswers> {
  return documentedAnswers(operation).filter(
    ({ status, content, example }) =>
      status >= 400 && example !== undefined && /[/+]json\b/.test(content?.type ?? ""),
  );
}
