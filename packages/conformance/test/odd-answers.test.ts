import type { RecordedRequest } from "@trunkline/mock";
import { expect, it } from "vitest";
import { inexpressible } from "../src/contract/expressible.ts";
import { followRedirects } from "../src/contract/redirects.ts";
import { runContract, runFaults } from "../src/index.ts";
import { makeFixture } from "./support/packages.ts";

// Answers that documents rarely have, all of them legal but one: what is odd in them is not a fault of a client.
const { folder } = await makeFixture("odd-answers");

it("passes its contract", async () => {
  const { results } = await runContract(folder, { documentFaults: "note" });
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
});

it("notes what its examples cannot say", async () => {
  const { results } = await runContract(folder, { documentFaults: "note" });
  expect([...new Set(results.flatMap(({ note }) => note ?? []))].sort()).toEqual([
    "a paginated operation needs the examples first, middle, last, empty",
    'an example of the body has an empty list in the field "rows", which must be there, and a form cannot say that',
    'an example of the body has the field "serial", which its schema does not declare, and a parameter is called so',
    "an example of the document breaks its schema: Response body must have required property 'ids'",
    "application/sarif+json of status 200 has no example",
    'clients do not send the scheme "digest": callers do, in a header field of their own',
    'the example "all" of the body is of type array, and its schema of type object',
    'the example "default" of the body is of type object, and its schema of type string',
    'the example of the form field "a" holds lists or objects within others, and the document does not say how deepObject writes them (x-trunkline: lists)',
    'the example of the query parameter "filter" holds lists or objects within others, and the document does not say how deepObject writes them (x-trunkline: lists)',
  ]);
});

const withstood = ["errors/context", "paths/reserved", "pages/empty-before-total", "retry/stream-body"];

it.each([...withstood, "secrets/inspect-result"])("withstands %s", async (id) => {
  const { cells } = await runFaults(folder, { cases: [id] });
  expect(cells.map(({ verdict, detail }) => detail ?? verdict)).toEqual([
    expect.stringMatching(/^pass$|^no repeatable operation/),
  ]);
});

it.each([
  ["form", undefined, ["a", 1], false],
  ["form", undefined, { a: 1 }, false],
  ["form", undefined, { a: [1] }, true],
  ["pipeDelimited", "indices", [["a"]], true],
  ["simple", undefined, "a", false],
  ["deepObject", undefined, { a: 1, b: null }, false],
  ["deepObject", undefined, { a: [1] }, true],
  ["deepObject", undefined, [1], true],
  ["deepObject", "brackets", { a: [1], b: { c: 2 } }, false],
  ["deepObject", "brackets", { a: [{ b: 1 }] }, true],
  ["deepObject", "indices", { a: [{ b: [1] }] }, false],
] as const)("%s with lists as %s writes %j, or not: %s", (style, lists, value, isGap) => {
  expect(inexpressible(style, lists, value) !== undefined).toBe(isGap);
});

const at = (target: string, status: number, location?: string): RecordedRequest =>
  ({
    target,
    answer: { status, headers: location === undefined ? {} : { location } },
  }) as unknown as RecordedRequest;

it.each([
  ["one request", [at("/a", 200)], 0, []],
  ["a redirect that was not followed", [at("/a", 303, "/b")], 0, []],
  ["one that was", [at("/v1/a?x=1", 302, "b?y=2"), at("/v1/b?y=2", 200)], 1, []],
  ["another after it", [at("/a", 307, "/b"), at("/b", 308, "http://localhost/c"), at("/c", 200)], 2, []],
  [
    "a client that goes elsewhere",
    [at("/a", 303, "/b"), at("/c", 200)],
    1,
    ["the address of request 2 is '/c', expected '/b'"],
  ],
  ["one that asks again", [at("/a", 503), at("/a", 200)], 0, []],
  ["one that asks again after it was led", [at("/a", 303, "/b"), at("/b", 404), at("/b", 404)], 1, []],
  ["no place", [at("/a", 303), at("/a", 303)], 0, []],
  ["an answer of its own", [at("/a", 300, "/b"), at("/b", 200)], 0, []],
] as const)("follows %s", (_, requests, hops, problems) => {
  expect(followRedirects(requests, "http://localhost")).toEqual({ hops, problems });
});
