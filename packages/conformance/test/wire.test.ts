import type { JsonValue } from "@trunkline/document";
import type { DocumentParameter } from "@trunkline/mock/document";
import { describe, expect, it } from "vitest";
import type { Sample, Target } from "../src/contract/types.ts";
import { wireHeaders, wireQuery, wireSegments } from "../src/contract/wire.ts";

// The style examples of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html#style-examples), decoded.
const TEXT = "blue";
const LIST = ["blue", "black", "brown"];
const OBJECT = { R: 100, G: 200, B: 150 };

function given(
  place: DocumentParameter["in"],
  style: string,
  explode: boolean,
  value: JsonValue,
  content?: string,
) {
  const parameter: DocumentParameter = {
    name: "color",
    in: place,
    required: true,
    style,
    explode,
    content,
    schema: undefined,
    example: undefined,
    extension: {},
    lists: "brackets",
  };
  const operation: Target["operation"] = {
    route: "GET /a/{color}/b",
    id: "x.y",
    method: "GET",
    path: "/a/{color}/b",
    fixedQuery: [],
    deprecated: false,
    parameters: [parameter],
    body: undefined,
    responses: [],
    security: [],
    servers: [],
    extension: {},
  };
  const names = {
    id: "",
    resource: "",
    method: "",
    walk: undefined,
    aliases: [],
    path: [],
    body: "none",
    nested: {},
  };
  const values = new Map([["color", value]]);
  const none = new Map<string, JsonValue>();
  const sample: Sample = {
    path: place === "path" ? values : none,
    query: place === "query" ? values : none,
    header: place === "header" ? values : none,
    cookie: place === "cookie" ? values : none,
    body: undefined,
    idempotencyKey: undefined,
  };
  return [{ operation, names }, sample] as const;
}

describe("query", () => {
  it.each<[style: string, explode: boolean, value: JsonValue, want: readonly (readonly [string, string])[]]>([
    ["form", true, TEXT, [["color", "blue"]]],
    ["form", true, "", [["color", ""]]],
    ["form", true, true, [["color", "true"]]],
    ["form", true, LIST, LIST.map((one) => ["color", one])],
    ["form", false, LIST, [["color", "blue,black,brown"]]],
    [
      "form",
      true,
      OBJECT,
      [
        ["R", "100"],
        ["G", "200"],
        ["B", "150"],
      ],
    ],
    ["form", false, OBJECT, [["color", "R,100,G,200,B,150"]]],
    ["spaceDelimited", false, LIST, [["color", "blue black brown"]]],
    ["pipeDelimited", false, LIST, [["color", "blue|black|brown"]]],
    [
      "deepObject",
      true,
      OBJECT,
      [
        ["color[R]", "100"],
        ["color[G]", "200"],
        ["color[B]", "150"],
      ],
    ],
  ])("%s, explode %s: %j", (style, explode, value, want) => {
    expect(wireQuery(...given("query", style, explode, value))).toEqual(want);
  });

  it("writes a parameter with content as JSON", () => {
    expect(wireQuery(...given("query", "form", true, OBJECT, "application/json"))).toEqual([
      ["color", '{"R":100,"G":200,"B":150}'],
    ]);
  });
});

describe("path", () => {
  it.each<[style: string, explode: boolean, value: JsonValue, want: string]>([
    ["simple", false, TEXT, "blue"],
    ["simple", false, "a/b c", "a/b c"],
    ["simple", false, LIST, "blue,black,brown"],
    ["simple", false, OBJECT, "R,100,G,200,B,150"],
    ["simple", true, OBJECT, "R=100,G=200,B=150"],
    ["label", false, TEXT, ".blue"],
    ["label", false, LIST, ".blue,black,brown"],
    ["label", true, LIST, ".blue.black.brown"],
    ["label", false, OBJECT, ".R,100,G,200,B,150"],
    ["label", true, OBJECT, ".R=100.G=200.B=150"],
    ["matrix", false, TEXT, ";color=blue"],
    ["matrix", false, LIST, ";color=blue,black,brown"],
    ["matrix", true, LIST, ";color=blue;color=black;color=brown"],
    ["matrix", false, OBJECT, ";color=R,100,G,200,B,150"],
    ["matrix", true, OBJECT, ";R=100;G=200;B=150"],
  ])("%s, explode %s: %j", (style, explode, value, want) => {
    expect(wireSegments(...given("path", style, explode, value))).toEqual(["a", want, "b"]);
  });
});

describe("header and cookie", () => {
  it.each<[place: "header" | "cookie", explode: boolean, value: JsonValue, want: readonly [string, string]]>([
    ["header", false, TEXT, ["color", "blue"]],
    ["header", false, LIST, ["color", "blue,black,brown"]],
    ["header", true, OBJECT, ["color", "R=100,G=200,B=150"]],
    ["cookie", true, TEXT, ["cookie", "color=blue"]],
  ])("%s, explode %s: %j", (place, explode, value, want) => {
    const style = place === "header" ? "simple" : "form";
    expect([...wireHeaders(...given(place, style, explode, value))]).toEqual([want]);
  });
});
