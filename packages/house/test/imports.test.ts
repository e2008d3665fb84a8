import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult, type IModule } from "dependency-cruiser";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}ARCHITECTURE.md`, "utf8");

/** Packages of code that is written by hand. */
const packages = readdirSync(`${root}packages`).filter((name) => {
  const manifest = `${root}packages/${name}/package.json`;
  return (
    existsSync(`${root}packages/${name}/src`) &&
    !("client" in ((JSON.parse(readFileSync(manifest, "utf8")) as { trunkline?: object }).trunkline ?? {}))
  );
});

let modules: readonly IModule[];
let circles: readonly (readonly string[])[];

beforeAll(async () => {
  const { output } = await cruise(
    packages.map((name) => `packages/${name}/src`),
    {
      baseDir: root,
      doNotFollow: "node_modules",
      // Types that refer to each other are read together, too.
      tsPreCompilationDeps: true,
      validate: true,
      ruleSet: { forbidden: [{ name: "circle", severity: "error", from: {}, to: { circular: true } }] },
    },
  );
  const result = output as ICruiseResult;
  modules = result.modules.filter(({ source }) => source.startsWith("packages/"));
  circles = result.summary.violations.map(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)]);
}, 60_000);

describe("imports", () => {
  it("are read, by value and by type", () => {
    for (const name of packages)
      expect(
        modules.some(({ source }) => source.startsWith(`packages/${name}/src/`)),
        name,
      ).toBe(true);
    expect(
      modules.some(({ dependencies }) =>
        dependencies.some((one) => one.dependencyTypes.includes("type-only")),
      ),
    ).toBe(true);
  });

  it("go in no circle, by value or by type", () => {
    expect(circles).toEqual([]);
  });
});

/** `| `mock` | `document`, Prism |` -> mock may import document. */
const arrows = new Map(
  (page.split("## Who may import whom")[1]?.split("\n## ")[0] ?? "")
    .split("\n")
    .flatMap((line): [string, string[]][] => {
      const [, from = "", to = ""] = line.split("|");
      const [name] = codeIn(from);
      return name === undefined ? [] : [[name, codeIn(to)]];
    }),
);

describe("packages import those that ARCHITECTURE names", () => {
  // Tools of this repository, which nobody installs, import what they need.
  const free = ["goldens", "house"];
  it.each(packages.filter((name) => !free.includes(name)))("%s", (name) => {
    const own = modules.filter(({ source }) => source.startsWith(`packages/${name}/src/`));
    const imported = new Set(
      own.flatMap(({ dependencies }) =>
        dependencies.flatMap(({ module, resolved }) => {
          const other =
            /^@trunkline\/([^/]+)/.exec(module)?.[1] ?? /^packages\/([^/]+)\//.exec(resolved)?.[1];
          return other === undefined || other === name ? [] : [other];
        }),
      ),
    );
    expect(arrows.has(name), `${name} stands in the table`).toBe(true);
    expect([...imported].filter((other) => !arrows.get(name)?.includes(other))).toEqual([]);
  });
});

it("no package imports what stands outside of packages", () => {
  const outside = modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved }) => /^(?:scripts|examples|runtimes|bench)\//.test(resolved))
      .map(({ resolved }) => `${source} imports ${resolved}`),
  );
  expect(outside).toEqual([]);
});

/** `` `runtime` and `redis` import no module of Node.js `` */
const withoutNode = codeIn(/^(.*) import no module of Node\.js/m.exec(page)?.[1] ?? "");

describe("modules of Node.js", () => {
  const importersIn = (name: string): string[] =>
    modules
      .filter(
        ({ source, dependencies }) =>
          source.startsWith(`packages/${name}/src/`) && dependencies.some(({ coreModule }) => coreModule),
      )
      .map(({ source }) => source);

  it.each(withoutNode)("are not imported by %s", (name) => {
    expect(importersIn(name)).toEqual(name === "mock-fetch" ? ["packages/mock-fetch/src/node.ts"] : []);
  });

  it("are found where they are imported", () => {
    expect(withoutNode).toContain("runtime");
    expect(importersIn("node")).toContain("packages/node/src/file-journal.ts");
  });
});

/** Blocks that draw the floors of a package: a line each, the higher ones using the lower ones. */
const drawings = [...page.matchAll(/```floors (packages\/\S+)\n([\s\S]*?)```/g)].map(
  ([, folder = "", drawing = ""]) => ({
    folder,
    floors: drawing
      .trim()
      .split("\n")
      .map((line) => (line.trim().split(/ {2,}/)[0] ?? "").split(" ")),
  }),
);

describe.each(drawings)("the floors of $folder", ({ folder, floors }) => {
  const floorOf = (path: string): number => floors.findIndex((units) => units.includes(unitOf(folder, path)));

  it("hold every file", () => {
    const own = modules.filter(({ source }) => source.startsWith(`${folder}/`));
    const units = new Set(own.map(({ source }) => unitOf(folder, source)));
    expect([...units].sort()).toEqual(floors.flat().sort());
  });

  it("are used from above alone", () => {
    const wrong = modules
      .filter(({ source }) => source.startsWith(`${folder}/`))
      .flatMap(({ source, dependencies }) =>
        dependencies
          .filter(
            ({ resolved }) =>
              resolved.startsWith(`${folder}/`) && unitOf(folder, resolved) !== unitOf(folder, source),
          )
          .filter(({ resolved }) => floorOf(resolved) <= floorOf(source))
          .map(({ resolved }) => `${source} imports ${resolved}`),
      );
    expect(wrong).toEqual([]);
  });
});

it("draws the floors of generator, runtime and transport", () => {
  expect(drawings.map(({ folder }) => folder)).toEqual([
    "packages/generator/src",
    "packages/runtime/src",
    "packages/node/src",
  ]);
});

// The compiler names each `switch` and record that a new one is missing from, and no comparison.
it("asks for no style of pagination and no scheme of webhooks by ===", () => {
  const { pagination, document } = (
    JSON.parse(readFileSync(`${root}packages/document/src/x-trunkline.schema.json`, "utf8")) as {
      $defs: {
        pagination: { properties: { style: { enum: string[] } } };
        document: { properties: { webhooks: { properties: { scheme: { enum: string[] } } } } };
      };
    }
  ).$defs;
  const schemes = document.properties.webhooks.properties.scheme.enum.filter((scheme) => scheme !== "none");
  const comparison = new RegExp(
    `(?:style|scheme)\\b[^\\n]{0,20}[!=]==\\s*"(?:${[...pagination.properties.style.enum, ...schemes].join("|")})"`,
  );
  const found = modules.filter(({ source }) => comparison.test(readFileSync(`${root}${source}`, "utf8")));
  expect(found.map(({ source }) => source)).toEqual([]);
  expect('one.style === "cursor"').toMatch(comparison);
  expect('scheme === "svix"').toMatch(comparison);
});

/** The folder below the drawn one that a file stands in, or the file itself. */
function unitOf(folder: string, path: string): string {
  const [first = "", ...rest] = path.slice(folder.length + 1).split("/");
  return rest.length === 0 ? first : `${first}/`;
}

function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(
    ([, text = ""]) => text.replace(/^@trunkline\//, "").split("/")[0] ?? "",
  );
}
