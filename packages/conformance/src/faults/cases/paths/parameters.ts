import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { BASE_PATH } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { issue, pull, uri, weakness, whatwg } from "../../sources.ts";
import { given, isExchange } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";

const NO_PATH = "no operation has a path parameter";

/** Operations with a path parameter of plain style, the destructive ones first: there it hurts most. */
function withPath(target: Target): Probe | undefined {
  const rank = ({ method }: Probe): number => ["DELETE", "PUT", "PATCH", "POST", "GET"].indexOf(method);
  return target.probes
    .filter((one) => one.names.path.length > 0 && !isExchange(target, one) && plain(one))
    .sort((one, other) => rank(one) - rank(other))[0];
}

const plain = (probe: Probe): boolean =>
  probe.operation.parameters.every((one) => one.in !== "path" || one.style === "simple");

/** Every value is refused before anything is sent. */
async function refused(bench: Bench, probe: Probe, values: readonly unknown[]): Promise<void> {
  const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
  const client = bench.client(server.base);
  for (const name of probe.names.path)
    for (const value of values) {
      const error = errorOf(
        await bench.call(client, probe, { path: { [name]: value } }),
        `${name} = ${brief(value)}`,
      );
      promise(
        server.requests.length === 0,
        `${name} = ${brief(value)} was sent as ${server.requests[0]?.target}`,
      );
      promise(
        error.message.includes(name),
        `the error for ${name} = ${brief(value)} does not name the parameter: ${brief(error)}`,
      );
    }
  sent(server, 0);
}

/** The value arrives, decoded, in its own segment; all other segments are the template's. */
async function keepsShape(bench: Bench, probe: Probe, values: readonly string[]): Promise<void> {
  const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
  const client = bench.client(server.base);
  const template = (BASE_PATH + probe.operation.path).split("/");
  const places = placesOf(template);
  for (const [index, name] of probe.names.path.entries()) {
    for (const value of values) {
      resultOf(await bench.call(client, probe, { path: { [name]: value } }), `${name} = ${brief(value)}`);
      const path = server.requests.at(-1)?.path ?? "";
      const segments = path.split("/");
      promise(segments.length === template.length, `${name} = ${brief(value)} made the path ${path}`);
      for (const [at, segment] of template.entries())
        if (!segment.includes("{"))
          promise(segments[at] === encoded(segment), `${name} = ${brief(value)} made the path ${path}`);
      const got = decodeURIComponent(segments[places[index] ?? -1] ?? "");
      promise(got.includes(value), `${name} = ${brief(value)} arrived as ${brief(got)}`);
    }
  }
}

/** In which segment each parameter of the template stands first: a segment may hold several. */
function placesOf(template: readonly string[]): readonly number[] {
  const places = new Map<string, number>();
  for (const [index, segment] of template.entries())
    for (const [, name = ""] of segment.matchAll(/\{([^{}]+)\}/g))
      if (!places.has(name)) places.set(name, index);
  return [...places.values()];
}

/** A literal of the template as it is sent: a document may write it as it is meant. */
function encoded(literal: string): string {
  return new URL(literal, "http://localhost").pathname.slice(1);
}

export const pathCases: readonly FaultCase[] = [
  {
    id: "paths/dots",
    title: "A path parameter that is . or .. in any spelling cannot leave the resource's path.",
    reason:
      "encodeURIComponent leaves dots as they are, and URL parsers resolve them, also percent-encoded: DELETE /items/.. is DELETE /.",
    source: pull("anthropics/anthropic-sdk-java", 379),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) =>
        refused(bench, probe, [".", "..", "%2e", "%2E%2e", ".%2e", "%2e."]),
      ),
  },
  {
    id: "paths/empty",
    title: "An empty path parameter is refused before anything is sent.",
    reason: "DELETE /items/ may be the whole collection.",
    source: issue("anthropics/anthropic-sdk-csharp", 248),
    prepare: (target) => given(withPath(target), NO_PATH, (probe, bench) => refused(bench, probe, [""])),
  },
  {
    id: "paths/missing",
    title: "A path parameter that is undefined or null is refused before anything is sent.",
    reason: "A variable that was never set asks for /items/undefined.",
    source: weakness(20),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) => refused(bench, probe, [undefined, null])),
  },
  {
    id: "paths/no-text",
    title: "A path parameter that is an object, a function or no number is refused before anything is sent.",
    reason: "It would be written as [object Object] or NaN.",
    source: weakness(20),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) =>
        refused(bench, probe, [{}, { id: "1" }, () => 1, Symbol("s"), Number.NaN]),
      ),
  },
  {
    id: "paths/lone-surrogate",
    title: "Half of an emoji in a path parameter is refused in our own words.",
    reason: "encodeURIComponent throws a URIError that names neither the parameter nor the operation.",
    source: {
      name: "ECMAScript §19.2.6.5 Encode",
      url: "https://tc39.es/ecma262/#sec-encode",
    },
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) => refused(bench, probe, ["\ud83d", "x\udc00"])),
  },
  {
    id: "paths/reserved",
    title: "Reserved characters in a path parameter arrive as they were, in their own segment.",
    reason: "A slash makes another segment, ? and # end the path, % is decoded once too often.",
    source: uri("2.2"),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) =>
        keepsShape(bench, probe, [
          "a/b",
          "a?b=c",
          "a#b",
          "a%2Fb",
          "a%",
          "a&b=c+d",
          "a;b,c",
          "a b",
          "a:b@c",
          "//evil.example",
          "a[]{}|^`b",
        ]),
      ),
  },
  {
    id: "paths/climbing",
    title: "../ and ..\\ within a path parameter do not climb.",
    reason: "To a URL parser a backslash is a slash, and dots between slashes climb.",
    source: weakness(22),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) =>
        keepsShape(bench, probe, ["../x", "..\\..\\x", "x/../../y", "/../x", "..;/x", "..."]),
      ),
  },
  {
    id: "paths/control-characters",
    title: "Line breaks and control characters in a path parameter are encoded, not dropped.",
    reason: "URL parsers remove tabs and line breaks without a word, so that another id is asked for.",
    source: whatwg("url", "§4.4 URL parsing", "url-parsing"),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) =>
        keepsShape(bench, probe, ["a\r\nb", "a\tb", "a\0b", " a ", "\u2028"]),
      ),
  },
  {
    id: "paths/alphabets",
    title: "Letters of every alphabet in a path parameter arrive as UTF-8.",
    reason: "Ids are mail addresses, names and slugs too.",
    source: uri("2.5"),
    prepare: (target) =>
      given(withPath(target), NO_PATH, (probe, bench) =>
        keepsShape(bench, probe, ["Zoë", "東京", "🇮🇹", "عربي"]),
      ),
  },
  {
    id: "paths/several",
    title: "Several path parameters stand each in its own place.",
    reason: "Two ids of the same type are swapped without anybody noticing.",
    source: issue("samchon/nestia", 137),
    prepare(target) {
      const probe = target.probes.find((one) => one.names.path.length > 1 && plain(one));
      return given(probe, "no operation has several path parameters", async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        const path = Object.fromEntries(found.names.path.map((name, index) => [name, `id-${index}`]));
        resultOf(await bench.call(bench.client(server.base), found, { path }), "several path parameters");
        const places = [...(server.requests[0]?.path ?? "").matchAll(/id-\d/g)].map(([place]) => place);
        // A parameter may stand in a path twice. A name in code may differ from the one in braces, the order does not.
        const braces = [...found.operation.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]);
        const distinct = [...new Set(braces)];
        const wanted = braces.map((name) => `id-${distinct.indexOf(name)}`);
        promise(places.join() === wanted.join(), `the path was ${server.requests[0]?.path}`);
      });
    },
  },
  {
    id: "paths/colon",
    title: "A literal colon of the template stays a colon.",
    reason: "Frameworks route /items:upsert and /items%3Aupsert differently.",
    source: uri("3.3"),
    prepare(target) {
      const probe = target.probes.find((one) => one.operation.path.includes(":"));
      return given(probe, "no path has a literal colon", async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        resultOf(await bench.call(bench.client(server.base), found), "a path with a colon");
        const literal = found.operation.path.split("/").find((segment) => segment.includes(":")) ?? "";
        const tail = literal.slice(literal.lastIndexOf(":"));
        promise(server.requests[0]?.path.includes(tail) ?? false, `the path was ${server.requests[0]?.path}`);
      });
    },
  },
];
