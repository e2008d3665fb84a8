import { sendAnswer } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { cookies, openapi, template } from "../../sources.ts";
import { given } from "../../target/find.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { type Listed, listParameters, placed } from "./placed.ts";

const NO_LIST = "no operation takes a list in its query";

/** How a list of two stands in a query, by OpenAPI's table of styles; both spellings of a delimiter are read. */
const DELIMITERS: Readonly<Record<string, RegExp>> = {
  form: /,|%2C/i,
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
};

/** The values of a parameter as a server that goes by the document reads them. */
function readList(search: string, { parameter: { name, style, explode } }: Listed): readonly string[] {
  const pairs = search.split("&").map((pair) => pair.split("="));
  const own = pairs.filter(([key = ""]) => decodeURIComponent(key) === name).map(([, value = ""]) => value);
  const parts = explode ? own : own.flatMap((value) => value.split(DELIMITERS[style] ?? ","));
  return own.length > 1 && !explode ? [] : parts.map(decodeURIComponent);
}

/** Parameters that are objects in brackets, and how lists within are written, where the document says. */
function deepParameters(target: Target) {
  const all = target.pack.extension.lists;
  return target.probes.flatMap((probe) =>
    probe.schemes.length === 0
      ? []
      : probe.operation.parameters
          .filter((one) => one.in === "query" && one.style === "deepObject")
          .map((parameter) => ({ probe, parameter, lists: parameter.extension.lists ?? all })),
  );
}

export const listCases: readonly FaultCase[] = [
  {
    id: "body/list-styles",
    title: "Lists in a query are written as the document says: repeated, or with its delimiter.",
    reason: "A server that reads another form gets one value, or none, and answers without a filter.",
    source: openapi("Style Values", "style-values"),
    prepare(target) {
      const all = listParameters(target, "query", ({ style }) => style in DELIMITERS);
      return given(all[0], NO_LIST, async (_, bench) => {
        for (const listed of all) {
          const { probe, parameter, values } = listed;
          const server = await bench.serve((_request, response) => sendAnswer(response, probe.answer));
          const params = placed(probe, parameter, values);
          const what = `${parameter.name} of ${probe.id} (${parameter.style}, explode: ${parameter.explode})`;
          resultOf(await bench.call(bench.client(server.base), probe, { params }), what);
          const search = server.requests[0]?.target.split("?")[1] ?? "";
          const got = readList(search, listed);
          promise(
            got.join("\0") === values.map(String).join("\0"),
            `${what}: ${brief(values)} was written as ${search}`,
          );
        }
      });
    },
  },
  {
    id: "body/empty-list",
    title: "An empty list in a query is left out, and so is not a reason to refuse the call.",
    reason: "A filter without entries is what programs have when nobody has chosen any.",
    source: template("2.3"),
    prepare(target) {
      const [found] = listParameters(
        target,
        "query",
        ({ style, explode, required }) => style === "form" && explode && !required,
      );
      return given(found, NO_LIST, async ({ probe, parameter }, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const params = placed(probe, parameter, []);
        resultOf(await bench.call(bench.client(server.base), probe, { params }), `${parameter.name}: []`);
        const [request] = server.requests;
        promise(!request?.query.has(parameter.name), `${parameter.name}: [] was sent as ${request?.target}`);
      });
    },
  },
  {
    id: "body/cookie-lists",
    title: "Lists in cookies are written as the document says: a cookie for each, or one with commas.",
    reason: "A server that looks for the one form does not see the other.",
    source: cookies("4.2"),
    prepare(target) {
      const all = listParameters(target, "cookie");
      return given(all[0], "no operation takes a list in a cookie", async (_, bench) => {
        for (const { probe, parameter, values } of all) {
          const server = await bench.serve((_request, response) => sendAnswer(response, probe.answer));
          const params = placed(probe, parameter, values);
          const what = `${parameter.name} of ${probe.id} (explode: ${parameter.explode})`;
          resultOf(await bench.call(bench.client(server.base), probe, { params }), what);
          const { cookie = "" } = server.requests[0]?.headers ?? {};
          const own = cookie
            .split(/; */)
            .filter((pair) => pair.startsWith(`${parameter.name}=`))
            .map((pair) => decodeURIComponent(pair.slice(parameter.name.length + 1)));
          const got = parameter.explode ? own : own.flatMap((value) => value.split(","));
          promise(
            got.join("\0") === values.map(String).join("\0") && (parameter.explode || own.length === 1),
            `${what}: ${brief(values)} was written as ${brief(cookie)}`,
          );
        }
      });
    },
  },
  {
    id: "body/deep-lists",
    title:
      "A list within an object in brackets is written as the document says, or refused where it says nothing.",
    reason: "OpenAPI leaves it open, and servers read two forms: a guess is ignored without a word.",
    source: openapi("Style Examples", "style-examples"),
    prepare: (target) =>
      given(deepParameters(target)[0], "no query is an object in brackets", async (_, bench) => {
        for (const { probe, parameter, lists } of deepParameters(target)) {
          const server = await bench.serve((_request, response) => sendAnswer(response, probe.answer));
          const params = placed(probe, parameter, { fault: ["aa", "bb"] });
          const outcome = await bench.call(bench.client(server.base), probe, { params });
          if (lists === undefined) {
            const error = errorOf(
              outcome,
              `a list in ${parameter.name}, which the document does not say how to write`,
            );
            sent(server, 0);
            promise(error.message.includes(parameter.name), `the error does not name it: ${error.message}`);
            continue;
          }
          resultOf(outcome, `a list in ${parameter.name}, with lists: ${lists}`);
          const names = [...(server.requests[0]?.query.keys() ?? [])].filter((name) =>
            name.includes("fault"),
          );
          const want = ["0", "1"].map(
            (index) => `${parameter.name}[fault][${lists === "brackets" ? "" : index}]`,
          );
          promise(
            names.join() === want.join(),
            `the list was written as ${brief(names)}, not as ${brief(want)}`,
          );
        }
      }),
  },
];
