import { expect, it } from "vitest";
import type { Examples } from "../src/add/complete-within-bounds.ts";
import { exampleLines, type Found, sumUp } from "../src/add/look-at.ts";
import { placeInWords } from "../src/add/place-in-words.ts";

it.each([
  [
    ["paths", "/pets", "post", "requestBody", "content", "application/xml"],
    "POST /pets, body, application/xml",
  ],
  [["paths", "/pets", "get", "responses", "200", "content", "text/html"], "GET /pets, answer 200, text/html"],
  [["paths", "/pets", "get", "parameters", 0], "GET /pets, parameter filter"],
  [["paths", "/pets", "parameters", 1], "/pets, parameter filter"],
  [
    ["paths", "/pets", "get", "parameters", 0, "content", "application/json"],
    "GET /pets, parameter filter, application/json",
  ],
  [
    ["paths", "/pets", "additionalOperations", "LINK", "requestBody", "content", "a/b"],
    "LINK /pets, body, a/b",
  ],
  [["components", "requestBodies", "Pet", "content", "a/b"], "components.requestBodies.Pet, a/b"],
  [["components", "parameters", "Filter"], "components.parameters.Filter"],
])("says where %j stands", (path, words) => {
  expect(placeInWords(path, "filter")).toBe(words);
});

const none: Examples = { text: undefined, made: 0, left: 0, unmade: [] };

it.each([
  [none, []],
  [
    { ...none, made: 1, left: 1 },
    [
      "1 body or parameter had no example. examples.overlay.yaml has one for each, made from its schema. An example that you write in overlay.yaml goes before it.",
      "1 more has none: so many examples were made for the others that no more are made.",
    ],
  ],
  [
    { ...none, unmade: ["a", "b", "c", "d", "e", "f\u001b[2J", "g"] },
    [
      "No example could be made for 7 bodies and parameters, which are not tried until you write some in overlay.yaml:\n      a\n      b\n      c\n      d\n      e\n      and 2 more",
    ],
  ],
])("says what became of examples: %j", (examples, lines) => {
  expect(exampleLines(examples)).toEqual(lines);
});

const found: Found = { operations: 1, leftOut: 0, warnings: 0, names: 0, guesses: 0 };

it.each([
  [found, none, 0, "Made 1 operation and 0 examples; left out 0; guessed 0; noted 0"],
  [
    { operations: 64, leftOut: 2, warnings: 1, names: 64, guesses: 60 },
    { ...none, made: 206, unmade: ["a"], left: 1 },
    1,
    "Made 64 operations and 206 examples; left out 2; guessed 124 (64 names, 60 other things); noted 4 (1 warning, 2 bodies without example, 1 case not tried)",
  ],
  [
    { ...found, names: 1 },
    none,
    0,
    "Made 1 operation and 0 examples; left out 0; guessed 1 (1 name); noted 0",
  ],
])("sums up %j", (told, examples, untried, line) => {
  expect(sumUp({ examples, found: told, houseFaultCount: 0, hasQuery: false }, untried)).toBe(line);
});
