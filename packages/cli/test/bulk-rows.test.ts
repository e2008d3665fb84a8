import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonValue } from "@trunkline/document";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readText } from "../src/bulk/read-text.ts";
import { type FileRow, type Format, rowFile } from "../src/bulk/rows-of-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bulk-rows-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const schema: JsonValue = {
  type: "object",
  properties: {
    phone: { type: "string" },
    age: { type: "integer" },
    big: { type: "integer" },
    share: { type: ["number", "null"] },
    isNew: { type: "boolean" },
    tags: { type: "array", items: { type: "string" } },
    data: { $ref: "#/components/schemas/Data" },
  },
};
const document = {
  components: { schemas: { Data: { type: "object", properties: { size: { type: "integer" } } } } },
};

async function read(name: string, text: string | Buffer, format?: Format): Promise<readonly FileRow[]> {
  const path = join(folder, name);
  await writeFile(path, text);
  const rows: FileRow[] = [];
  for await (const row of (await rowFile(path, { document, schema, format })).rows()) rows.push(row);
  return rows;
}

describe("cells become what the schema wants", () => {
  const rows: [text: string, want: object][] = [
    ["phone\n+15551234567\n", { phone: "+15551234567" }],
    ["phone\n0049\n", { phone: "0049" }],
    ["age,share\n 7 ,0.5\n", { age: 7, share: 0.5 }],
    ["age\nseven\n", { age: "seven" }],
    ["big\n9007199254740993\n", { big: 9007199254740993n }],
    ["isNew\nTRUE\n", { isNew: true }],
    ['tags\n"[""a"",""b""]"\n', { tags: ["a", "b"] }],
    ["data.size,data.name\n5,x\n", { data: { size: 5, name: "x" } }],
    ["other.name,other\na,b\n", { "other.name": "a", other: "b" }],
    ["phone,age,,#fate\n1,,x,rejected\n", { phone: "1" }],
    ["phone;age\n1;2\n", { phone: "1", age: 2 }],
    ["phone\tage\n1\t2\n", { phone: "1", age: 2 }],
    ['"a,b";phone\n1;"2;3"\n', { "a,b": "1", phone: "2;3" }],
  ];
  it.each(rows)("%j", async (text, want) => {
    const [row] = await read("a.csv", text);
    expect(row?.row).toEqual(want);
  });

  it("and a column may be called anything", async () => {
    const [row] = await read("a.csv", "__proto__,phone\nx,1\n");
    expect(Object.entries(row?.row ?? {})).toEqual([
      ["__proto__", "x"],
      ["phone", "1"],
    ]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it("as a parameter that is typed does", () => {
    expect(readText({}, { const: true }, "true")).toBe(true);
    expect(readText({}, { enum: [1, 2] }, "2")).toBe(2);
    expect(readText({}, undefined, "5")).toBe("5");
    expect(readText({}, { type: "array" }, "[1]")).toEqual([1]);
  });
});

it("tells the line of each row, and what a run said of it", async () => {
  const rows = await read("a.csv", 'phone,#fate\n"a\nb",\n\n2,unknown\n');
  expect(rows.map(({ line, fate }) => [line, fate])).toEqual([
    [2, undefined],
    [5, "unknown"],
  ]);
  const [one] = await read("a.jsonl", '\n{"phone":"1","#fate":"unknown","#line":"3"}\n');
  expect(one).toMatchObject({ row: { phone: "1" }, line: 2, fate: "unknown" });
});

const bad: [what: string, name: string, text: string | Buffer, want: RegExp][] = [
  ["two columns of one name", "a.csv", "phone,phone\n+1,2\n", /a\.csv has two columns "phone"/],
  ["more cells than columns", "a.csv", "phone\n+1,2\n", /a\.csv:2 has 2 cells, and there are 1 columns/],
  ["a quote that does not end", "a.csv", 'phone\n"+1\n', /a\.csv\S* is not CSV: Quote Not Closed/],
  ["another encoding", "a.csv", Buffer.from("phone\n+1,\u00e9\n", "latin1"), /a\.csv is not text in UTF-8/],
  ["a line that is not JSON", "a.jsonl", '{"phone":"+1"}\nphone\n', /a\.jsonl:2 is not JSON\./],
  ["a line that is not an object", "a.jsonl", "[1]\n", /a\.jsonl:1 is not an object/],
  ["a form that nobody knows", "a.xlsx", "", /a\.xlsx is neither \.csv nor \.jsonl/],
];
it.each(bad)("tells where %s is", async (_, name, text, want) => {
  await expect(read(name, text)).rejects.toThrow(want);
});
