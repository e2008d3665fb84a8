import { describe, expect, it } from "vitest";
import type { Model } from "../src/model/types.ts";
import { modelOf } from "./support/emit.ts";

function withSchemas(names: readonly string[], rest = ""): Model {
  const schemas = names.map(
    (name) => `    ${JSON.stringify(name)}: { type: object, properties: { a: { type: string } } }`,
  );
  return modelOf(`
paths:
  /agents: { get: { operationId: agents.list, responses: { "204": { description: Good. } } } }
components:
  schemas:
${schemas.join("\n")}
${rest}`);
}

const rows: [name: string, row: { given: readonly string[]; want: readonly string[] }][] = [
  ["plain", { given: ["Agent", "lead_input"], want: ["Agent", "LeadInput"] }],
  [
    "names of the platform",
    {
      given: ["Error", "Response", "Date", "Record", "Promise", "File"],
      want: ["ErrorModel", "ResponseModel", "DateModel", "RecordModel", "PromiseModel", "FileModel"],
    },
  ],
  [
    "names of the runtime and of the client",
    {
      given: ["APIError", "Page", "RequestOptions", "Shop", "ShopError", "ShopOptions"],
      want: [
        "APIErrorModel",
        "PageModel",
        "RequestOptionsModel",
        "ShopModel",
        "ShopErrorModel",
        "ShopOptionsModel",
      ],
    },
  ],
  [
    "reserved words",
    {
      given: ["object", "import", "string"],
      want: ["Object", "Import", "String"].map((name) => (name === "Import" ? name : `${name}Model`)),
    },
  ],
  [
    "equal after spelling",
    { given: ["user-name", "userName", "UserName"], want: ["UserNameModel", "UserNameModel2", "UserName"] },
  ],
  ["no letters at all", { given: ["😀", "---"], want: ["Unnamed", "UnnamedModel"] }],
  ["only case differs", { given: ["ABc", "Abc"], want: ["ABc", "Abc"] }],
];

describe("names of types", () => {
  it.each(rows)("%s", (_name, { given, want }) => {
    expect(withSchemas(given).declarations.map(({ name }) => name)).toEqual(want);
  });

  it("are given to schemas first, and to resource classes what is left", () => {
    const model = withSchemas(["Agents", "AgentsResource"]);
    expect(model.declarations.map(({ name }) => name)).toEqual(["Agents", "AgentsResource"]);
    expect(model.resources.map(({ className }) => className)).toEqual(["AgentsResource2"]);
  });

  it("can be chosen", () => {
    const model = modelOf(
      "components: { schemas: { a1: { type: string, x-trunkline: { name: Account } } } }",
    );
    expect(model.declarations.map(({ name }) => name)).toEqual(["Account"]);
  });

  it("give files that differ in more than case and exist on every system", () => {
    const operation = (id: string): string =>
      `{ get: { operationId: ${id}, responses: { "204": { description: Good. } } } }`;
    const model = modelOf(`
paths:
  /a: ${operation("Users.a")}
  /b: ${operation("con.b")}
  /c: ${operation("ペット.c")}
  /d: ${operation("猫.d")}
  /e: ${operation("user-s.e")}
  /f: ${operation("userS.f")}
`);
    expect(model.resources.map(({ file }) => file)).toEqual([
      "users",
      "con-resource",
      "resource",
      "resource2",
      "user-s",
    ]);
  });
});
