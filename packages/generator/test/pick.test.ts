import { expect, it } from "vitest";
import { emitManifest } from "../src/emit/package/manifest.ts";
import { emitPick } from "../src/emit/package/pick.ts";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { ownOperations } from "../src/model/resources.ts";
import { modelOf } from "./support/emit.ts";
import { typeCheckFiles } from "./support/type-check.ts";

/** A document whose one tag is called as its client is: its operations are methods of the client itself. */
const PATHS = `
paths:
  /ping:
    get:
      operationId: ping
      tags: [shop]
      responses: { "200": { description: Good., content: { application/json: { schema: { type: string } } } } }
`;

it("methods of the client itself are no resources of a picked client", { timeout: 60_000 }, async () => {
  const model = modelOf(PATHS);
  expect(ownOperations(model)).toHaveLength(1);
  const { name, optionsName } = model.client;
  const program = `import { create${name}, type ${name}Resource } from "./pick.js";
import type { ${name} } from "./client.js";

export const whole = (client: ${name}): unknown => client.ping();
export const reached: Promise<string> = create${name}({}).get<string>("/ping");
// @ts-expect-error: no resource
export const name: ${name}Resource = "ping";
`;
  const files = new Map([
    ...emitSources(model),
    ["src/pick.ts", emitPick(name, optionsName, true)] as const,
    ["src/version.ts", 'export const VERSION: string = "0";\n'] as const,
    ["src/program.ts", program] as const,
  ]);
  const placed = new Map([...files].map(([path, text]) => [`0/${path}`, text]));
  expect(await typeCheckFiles(placed)).toEqual([]);
});

it.each([
  ["methods of the client itself alone", PATHS, false],
  ["no operation at all", "paths: {}", false],
  ["a resource", PATHS.replace("tags: [shop]", "tags: [carts]"), true],
])("names a folder of resources where there is one: %s", (_, paths, wanted) => {
  const model = modelOf(paths);
  const { exports, typesVersions } = JSON.parse(
    emitManifest(model, {
      ...{ packageName: "@acme/shop", workspace: false, existing: { version: "0.1.0" } },
      ...{ home: undefined, metadata: undefined },
    }),
  ) as { exports: object; typesVersions: { "*": object } };
  expect("./resources/*" in exports).toBe(wanted);
  expect("resources/*" in typesVersions["*"]).toBe(wanted);
});
