import type { JsonObject } from "@trunkline/document";
import { makeValue } from "@trunkline/document/values";
import { describe, expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import { completeExamples } from "../src/add/complete.ts";
import { examplesOverlay } from "../src/add/examples-overlay.ts";
import { isWhole, plain } from "../src/add/source.ts";
import { changesetText, sourcesText } from "../src/add/templates.ts";
import type { Change } from "../src/diff/change.ts";
import { bumpIn, changesetFor } from "../src/diff/changeset.ts";
import { formatSurface } from "../src/diff/compare.ts";
import { surfaceChanges } from "../src/diff/surface-changes.ts";
import { changesOf } from "../src/diff/wire-changes.ts";
import { digestOperations } from "../src/drift/operations.ts";
import { driftBetween } from "../src/drift/published.ts";
import { markdownReport, plainReport } from "../src/drift/report.ts";
import { isAddress, recordedAddress } from "../src/fetch/address.ts";
import { isMarkup } from "../src/fetch/fetch-document.ts";
import { formatDiagnostics } from "../src/generate/diagnostics.ts";
import { printable, printableLine, printableReport, safeOutput } from "../src/printable.ts";
import { parseJsonObject } from "../src/read-json.ts";

const complete = (text: string) => examplesOverlay("acme", completeExamples(JSON.parse(text)).additions);

async function expectLinear(given: (size: number) => () => unknown, size: number): Promise<void> {
  expect(await growthBetween(given(size), given(size * TIMES))).toBeLessThanOrEqual(MOST);
}

/** Everything that reads or writes a stranger's text, and texts that others of its kind are slow for. */
const texts: readonly [name: string, read: (text: string) => unknown, pieces: readonly string[]][] = [
  ["a text for a terminal", printable, ["a", "\u202e", "\n", "\u{e0041}", "\ud800"]],
  ["a line for a terminal", printableLine, ["a\n", "\u001b["]],
  ["a report for a terminal", (text) => printableReport({ [text]: [text] }), ["a\n", "\u001b"]],
  [
    "output",
    safeOutput,
    [" ", " :", ":", "::\n", "\n", "#", "##[", "\u001b[", "\u001b[3", "\r\n", "\t", "\u00a0"],
  ],
  ["a title", plain, [" ", "a|", "\u202e", "\n"]],
  ["whether a document is one file", isWhole, ["$ref", "$ref ", "$ref: ", " ", '$ref":', "$ref'  :  '"]],
  ["whether an answer is a web page", (text) => isMarkup(Buffer.from(text)), [" ", "<", "\n"]],
  ["whether a text is an address", isAddress, ["a", "a+", " ", "https:", "http"]],
  ["an address", (text) => recordedAddress(new URL(`https://a.test/${text}`)), ["a", "|", "../", "%", "("]],
  ["a JSON file", (text) => parseJsonObject(`{"a":${JSON.stringify(text)}}`, "a"), ["a", "\u202e", '"']],
  ["a changeset", (text) => bumpIn(text, "a"), [" ", "---\n", "\n", ":", '"', "a: b\n", "---", "\r\n"]],
  [
    "a changeset's front matter",
    (text) => bumpIn(`---\n${text}\n---\n`, "a"),
    [" ", ":", " :", "a: ", '"', "'\"", "\t"],
  ],
  [
    "lines of an answer's difference",
    (text) =>
      changesOf({
        path: text,
        kind: text,
        impact: "minor",
        verdicts: [{ ruleId: "enum-values-added", impact: "major", message: text }],
      }),
    ["a", "/parameters", "/request", "/"],
  ],
  [
    "a surface",
    (text) => formatSurface({ types: { a: { alias: [text, text] } } } as never),
    [" ", "[", '"', "\\", "[\n", ","],
  ],
  [
    "a renamed route",
    (text) => surfaceChanges(surface({ a: `GET ${text}` }), surface({ a: `GET /${text}` })),
    ["{", "}", "{a}", "/"],
  ],
  [
    "the sources of a document",
    (text) => sourcesText({ markdownTitle: text, origin: text } as never),
    ["a", "|"],
  ],
  [
    "the changeset of a document",
    (text) => changesetText({ packageName: "a" } as never, text),
    ["the ", " ", "a"],
  ],
];

/** Everything that is given a list of a stranger's making. */
const lists: readonly [name: string, given: (size: number) => () => unknown, size: number][] = [
  [
    "examples for operations",
    (size) => {
      const text = JSON.stringify({ paths: record(size, (index) => [`/${index}`, operation]) });
      return () => complete(text);
    },
    100,
  ],
  [
    "examples for parameters of one component",
    (size) => {
      const parameters = Array.from({ length: size }, () => ({ $ref: "#/components/parameters/A" }));
      const text = JSON.stringify({
        paths: { "/a": { parameters, get: {} } },
        components: { parameters: { A: { schema: wide(size) } } },
      });
      return () => complete(text);
    },
    200,
  ],
  [
    "examples of one large schema",
    (size) => {
      const paths = record(size, (index) => [
        `/${index}`,
        { get: { responses: { 200: { content: { "text/json": { schema: { $ref: "#/x" } } } } } } },
      ]);
      const text = JSON.stringify({
        paths,
        x: { oneOf: Array.from({ length: size }, () => ({ type: "integer" })) },
      });
      return () => complete(text);
    },
    100,
  ],
  [
    "an example of wide schemas",
    (size) => {
      const schema = wide(size) as JsonObject;
      return () => makeValue(schema, { direction: "answer", resolve: (node) => node });
    },
    2000,
  ],
  [
    "an example of many parts",
    (size) => {
      const schema = {
        allOf: Array.from({ length: size }, (_value, index) => ({
          properties: { [`a${index}`]: { type: "string" } },
        })),
      };
      return () => makeValue(schema, { direction: "answer", resolve: (node) => node });
    },
    2000,
  ],
  [
    "digests of operations",
    (size) => {
      const document = {
        paths: record(size, (index) => [`/${index}`, operation]),
        security: Array.from({ length: size }, () => ({})),
      };
      return () => digestOperations(document as never);
    },
    500,
  ],
  [
    "digests of schemas that name each next twice",
    (size) => {
      const ref = (index: number): object => ({ $ref: `#/components/schemas/S${index}` });
      const schemas = record(size, (index) => [`S${index}`, { a: ref(index + 1), b: ref(index + 1) }]);
      const document = { paths: { "/a": { get: ref(0) } }, components: { schemas } };
      return () => digestOperations(document as never);
    },
    1000,
  ],
  [
    "digests of schemas in a circle",
    (size) => {
      const ref = (index: number): object => ({ $ref: `#/components/schemas/S${index % size}` });
      const schemas = record(size, (index) => [
        `S${index}`,
        { a: ref(index + 1), b: ref(index * 7), c: ref(0) },
      ]);
      return () => digestOperations({ paths: {}, components: { schemas } } as never);
    },
    1000,
  ],
  [
    "digests of operations that share schemas",
    (size) => {
      const schemas = record(size, (index) => [
        `S${index}`,
        { a: { $ref: `#/components/schemas/S${index + 1}` } },
      ]);
      const paths = record(size, (index) => [
        `/${index}`,
        { get: { a: { $ref: `#/components/schemas/S${index}` } } },
      ]);
      return () => digestOperations({ paths, components: { schemas } } as never);
    },
    1000,
  ],
  [
    "a drift",
    (size) => {
      const [before, after] = [0, size / 2].map((from) =>
        record(size, (index) => [`GET /${index + from}`, "a"]),
      );
      return () => driftBetween(before ?? {}, after ?? {});
    },
    5000,
  ],
  [
    "a report of a drift",
    (size) => {
      const added = Array.from({ length: size }, (_value, index) => `GET /${index}`);
      return () => plainReport("a", { added, changed: added, removed: added });
    },
    5000,
  ],
  [
    "a report of a drift as Markdown",
    (size) => {
      const route = "GET /`".repeat(size);
      return () => markdownReport("a", "https://a.test/", { added: [route], changed: [], removed: [] });
    },
    5000,
  ],
  [
    "methods that came and went",
    (size) => {
      const [before, after] = ["a", "b"].map((prefix) =>
        surface(record(size, (index) => [`${prefix}${index}`, `GET /${index}`])),
      );
      return () => surfaceChanges(before as never, after as never);
    },
    1000,
  ],
  [
    "types that came and went",
    (size) => {
      const types = (prefix: string): object =>
        record(size, (index) => [`${prefix}${index}`, { use: "output", alias: [`"${index}"`] }]);
      return () =>
        surfaceChanges(
          { ...surface({}), types: types("A") } as never,
          { ...surface({}), types: types("B") } as never,
        );
    },
    1000,
  ],
  [
    "fields that came and went",
    (size) => {
      const types = (prefix: string): object => ({
        A: { use: "both", fields: record(size, (index) => [`${prefix}${index}`, ["string"]]) },
      });
      return () =>
        surfaceChanges(
          { ...surface({}), types: types("a") } as never,
          { ...surface({}), types: types("b") } as never,
        );
    },
    1000,
  ],
  [
    "values of an enum",
    (size) => {
      const types = (from: number): object => ({
        A: { use: "input", alias: Array.from({ length: size }, (_value, index) => `"${index + from}"`) },
      });
      return () =>
        surfaceChanges(
          { ...surface({}), types: types(0) } as never,
          { ...surface({}), types: types(size / 2) } as never,
        );
    },
    1000,
  ],
  [
    "a surface of many types",
    (size) => {
      const types = record(size, (index) => [`A${index}`, { use: "input", alias: [`"${index}"`, '"b"'] }]);
      return () => formatSurface({ ...surface({}), types } as never);
    },
    1000,
  ],
  [
    "a changeset of many changes",
    (size) => {
      const changes = Array.from(
        { length: size },
        (_value, index): Change => ({ impact: index % 2 ? "major" : "minor", text: `a${index}` }),
      );
      return () => changesetFor("a", "major", changes);
    },
    2000,
  ],
  [
    "many warnings",
    (size) => {
      const diagnostics = Array.from({ length: size }, (_value, index) => ({
        severity: "warning" as const,
        code: `a${index}`,
        message: "a",
        location: { file: "a", line: 1, column: 1 },
      }));
      return () => formatDiagnostics(diagnostics, {});
    },
    2000,
  ],
];

const operation = {
  get: { responses: { 200: { content: { "application/json": { schema: { type: "integer" } } } } } },
};

function wide(size: number): object {
  return { type: "object", properties: record(size, (index) => [`p${index}`, { type: "string" }]) };
}

function record<T>(size: number, make: (index: number) => readonly [string, T]): Record<string, T> {
  return Object.fromEntries(Array.from({ length: size }, (_value, index) => make(index)));
}

function surface(routes: Readonly<Record<string, string>>): Parameters<typeof surfaceChanges>[0] {
  const methods = Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [name, { route, returns: ["string"] }]),
  );
  return { client: "A", options: {}, environments: {}, methods, types: {}, errors: {} };
}

describe("the work grows with the length of", () => {
  describe.each(texts)("%s", (_name, read, pieces) => {
    it.each(pieces)("%j", (piece) =>
      expectLinear((length) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        return () => read(text);
      }, 10_000),
    );
  });
});

it.each(lists)("the work grows with the number of %s", (_name, given, size) => expectLinear(given, size));
