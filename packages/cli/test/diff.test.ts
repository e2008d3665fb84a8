import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { wireChanges } from "../src/diff/wire-changes.ts";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, readFiles, type TestWorkspace } from "./support/workspace.ts";

/** A document with two path parameters, a list, and enums in both directions. */
const released: string = document
  .replace(
    "components:\n",
    `  /things/{id}/parts/{part}:
    get:
      operationId: parts.get
      tags: [things]
      summary: Get a part
      description: Gets one part.
      parameters:
        - { name: id, in: path, required: true, description: Id., schema: { type: string }, example: t1 }
        - { name: part, in: path, required: true, description: Part., schema: { type: string }, example: p1 }
        - name: color
          in: query
          description: Color.
          schema: { type: string, enum: [red, green] }
          example: red
        - { name: limit, in: query, description: Limit., schema: { type: [integer, string] }, example: 1 }
      responses:
        "200":
          description: The part.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Part" }
              examples:
                default:
                  value: { state: new, size: 1 }
components:
`,
  )
  .replace(
    "    Thing:\n",
    `    Part:
      type: object
      description: A part.
      required: [state, size]
      properties:
        state: { type: string, enum: [new, old], description: Its state. }
        size: { type: integer, description: Its size. }
    Thing:
`,
  );

// biome-ignore lint/suspicious/noExplicitAny: a document is edited at will
type Editable = any;

let workspace: TestWorkspace;
/** The workspace with a released package, made once. */
let prepared: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  workspace = await openTestWorkspace({
    "specs/acme/openapi.yaml": released,
    ".changeset/config.json": "{}",
  });
  await main(["generate"]);
  await setVersion("1.2.0");
  await main(["release"]);
  prepared = await readFiles(workspace.root, ["specs", "packages", ".changeset"]);
  await workspace.close();
});
beforeEach(async () => {
  workspace = await openTestWorkspace(prepared);
});
afterEach(() => workspace.close());

async function setVersion(version: string): Promise<void> {
  const path = "packages/acme/package.json";
  const manifest = await workspace.read(path);
  await workspace.put(path, manifest.replace(/"version": "[^"]*"/, `"version": "${version}"`));
}

async function change(edit: (document: Editable) => void): Promise<void> {
  const edited = parse(released);
  edit(edited);
  await workspace.put("specs/acme/openapi.yaml", stringify(edited));
}

const parts = "/things/{id}/parts/{part}";

describe("trunkline diff", () => {
  it("finds nothing where nothing changed", async () => {
    expect(await main(["diff", "--check"])).toBe(0);
    expect(workspace.output()).toContain("acme since 1.2.0: no change");
  });

  it("compares what packages are made of: the document with the overlay beside it", async () => {
    await workspace.put(
      "specs/acme/overlay.yaml",
      `overlay: 1.0.0
info: { title: Ours, version: "1" }
actions:
  - target: $.paths['/things/{id}'].get
    update: { operationId: things.fetch }
`,
    );
    await main(["diff"]);
    expect(workspace.output()).toMatch(/`things\.get` is now called `things\.fetch`/);
  });

  it.each<[string, (document: Editable) => void, string, RegExp]>([
    [
      "a renamed path parameter that stands in params",
      ({ paths }) => {
        paths["/things/{id}/parts/{number}"] = paths[parts];
        delete paths[parts];
        paths["/things/{id}/parts/{number}"].get.parameters[1].name = "number";
      },
      "major",
      /`PartsGetParams\.part` is gone, perhaps renamed to `number`/,
    ],
    [
      "a renamed path parameter that is an argument",
      ({ paths }) => {
        paths["/things/{thing}"] = paths["/things/{id}"];
        delete paths["/things/{id}"];
        paths["/things/{thing}"].get.parameters[0].name = "thing";
      },
      "patch",
      /`things\.get` calls its argument `thing` instead of `id`: calls stay as they are/,
    ],
    [
      "a method with another name",
      ({ paths }) => {
        paths[parts].get.operationId = "things.getPart";
      },
      "minor",
      /`parts\.get` is now called `things\.getPart`\. The old name still works, deprecated/,
    ],
    [
      "a method that is gone",
      ({ paths }) => {
        delete paths[parts];
      },
      "major",
      /`parts\.get` is gone\./,
    ],
    [
      "a new path for a method",
      ({ paths }) => {
        paths["/items/{id}"] = paths["/things/{id}"];
        delete paths["/things/{id}"];
      },
      "patch",
      /`things\.get` sends `GET \/items\/\{id\}` instead of `GET \/things\/\{id\}`: calls stay/,
    ],
    [
      "a narrower type of a parameter",
      ({ paths }) => {
        paths[parts].get.parameters[3].schema.type = "integer";
      },
      "major",
      /`PartsGetParams\.limit` is narrower: `number`, before `number` \| `string`/,
    ],
    [
      "a wider type of an answer",
      ({ components }) => {
        components.schemas.Part.properties.size.type = ["integer", "null"];
      },
      "major",
      /`Part\.size` is wider: `null` \| `number`, before `number`/,
    ],
    [
      "a new value of an open enum",
      ({ components }) => {
        components.schemas.Part.properties.state.enum.push("broken");
      },
      "minor",
      /`Part\.state` now names `"broken"`; any other value may come, as before/,
    ],
    [
      "a value that a parameter no longer takes",
      ({ paths }) => {
        paths[parts].get.parameters[2].schema.enum.pop();
      },
      "major",
      /`PartsGetParams\.color` is narrower/,
    ],
    [
      "a new value that a parameter takes",
      ({ paths }) => {
        paths[parts].get.parameters[2].schema.enum.push("blue");
      },
      "minor",
      /`PartsGetParams\.color` is wider/,
    ],
    [
      "a parameter that became required",
      ({ paths }) => {
        paths[parts].get.parameters[2].required = true;
      },
      "major",
      /`PartsGetParams\.color` is required/,
    ],
    [
      "a new method and type",
      ({ paths, components }) => {
        components.schemas.Gadget = components.schemas.Thing;
        paths["/gadgets"] = {
          get: { ...paths["/things/{id}"].get, parameters: [], operationId: "gadgets.get" },
        };
      },
      "minor",
      /New method: `gadgets\.get`/,
    ],
    [
      "a smaller limit, which only the wire shows",
      ({ paths }) => {
        paths[parts].get.parameters[1].schema.maxLength = 3;
      },
      "major",
      /on the wire\n\s+major .*maxLength/,
    ],
    [
      "a description",
      ({ paths }) => {
        paths[parts].get.description = "Gets exactly one part.";
      },
      "patch",
      /patch .*description/,
    ],
  ])("tells what %s means", async (_what, edit, impact, pattern) => {
    await change(edit);
    expect(await main(["diff", "--check"])).toBe(1);
    expect(workspace.output()).toContain(`acme since 1.2.0: ${impact}\n`);
    expect(workspace.output()).toMatch(pattern);
    expect(workspace.output()).toContain(`---\n"@acme/acme": ${impact}\n---\n`);
  });

  it("starts Redocly once for the same two documents, and not for one that stays as it is", async () => {
    let started = 0;
    const count = (): void => {
      started += 1;
    };
    const [first, second] = ["first", "second"].map((text) => released.replace("A thing.", text));
    subscribe("child_process", count);
    try {
      expect(await wireChanges(released, released)).toEqual([]);
      expect(started).toBe(0);
      const changes = await wireChanges(released, String(first));
      expect(changes).toEqual([expect.objectContaining({ text: expect.stringContaining("description") })]);
      expect(await wireChanges(released, String(first))).toEqual(changes);
      expect(started).toBe(1);
      expect(await wireChanges(String(first), String(second))).not.toEqual([]);
      expect(await wireChanges(released, String(second))).not.toEqual([]);
      expect(started).toBe(3);
    } finally {
      unsubscribe("child_process", count);
    }
  });

  it("is content with a changeset that says enough", async () => {
    await change(({ paths }) => {
      delete paths[parts];
    });
    await workspace.put(".changeset/parts.md", '---\n"@acme/acme": minor\n---\n\nParts.\n');
    expect(await main(["diff", "--check"])).toBe(1);
    await workspace.put(".changeset/parts.md", '---\n"@acme/acme": major\n---\n\nParts.\n');
    expect(await main(["diff", "--check"])).toBe(0);
  });

  it("writes the changeset", async () => {
    await change(({ paths }) => {
      delete paths[parts];
    });
    expect(await main(["diff", "--write"])).toBe(0);
    const path = /wrote (\S+)/.exec(workspace.output())?.[1] ?? "";
    expect(await workspace.read(path)).toContain("- **Breaking.** `parts.get` is gone.");
    expect(await main(["diff", "--check"])).toBe(0);
  });

  it("renews the changeset that it wrote, when the change became another one", async () => {
    const changesets = async (): Promise<string[]> =>
      Object.values(await readFiles(workspace.root, [".changeset"])).filter((text) => text.includes("@acme"));
    await change(({ paths }) => {
      delete paths[parts];
    });
    await main(["diff", "--write"]);
    await change(({ paths }) => {
      paths[parts].get.operationId = "things.getPart";
    });
    workspace.clear();
    expect(await main(["diff", "--check"])).toBe(1);
    expect(workspace.output()).toMatch(/\.changeset\/acme-\w{6}\.md names a change that does not exist\./);
    expect(await main(["diff", "--write"])).toBe(0);
    expect(await changesets()).toEqual([expect.stringMatching(/minor\n---\n\n- .*things\.getPart/)]);
    expect(await main(["diff", "--check"])).toBe(0);
    await change(() => {});
    expect(await main(["diff", "--check"])).toBe(1);
    await main(["diff", "--write"]);
    expect(await changesets()).toEqual([]);
    expect(await main(["diff", "--check"])).toBe(0);
  });

  it("leaves a changeset that a person edited", async () => {
    await change(({ paths }) => {
      delete paths[parts];
    });
    await main(["diff", "--write"]);
    const path = /wrote (\S+)/.exec(workspace.output())?.[1] ?? "";
    await workspace.put(path, `${await workspace.read(path)}\nUse things instead.\n`);
    await change(({ paths }) => {
      paths[parts].get.operationId = "things.getPart";
    });
    expect(await main(["diff", "--write"])).toBe(0);
    expect(await workspace.read(path)).toContain("Use things instead.");
  });

  it("keeps a renamed method as a deprecated alias", async () => {
    await change(({ paths }) => {
      paths[parts].get.operationId = "things.getPart";
    });
    await main(["generate"]);
    const source = await workspace.read("packages/acme/src/resources/parts.ts");
    expect(source).toMatch(/@deprecated Renamed: use `things\.getPart`/);
    expect(source).toContain("get(params: ");
    expect(
      JSON.parse(await workspace.read("specs/acme/names.lock")).operations[`GET ${parts}`],
    ).toMatchObject({
      method: "getPart",
      aliases: ["parts.get"],
    });
    workspace.clear();
    await main(["diff"]);
    expect(workspace.output()).toContain("acme since 1.2.0: minor");
  });

  it.each<[string, string, string | undefined, RegExp]>([
    ["no record", "releases.json", undefined, /released\/releases\.json is missing.*Restore it/],
    ["a record that is none", "releases.json", "{}", /is not a record of releases/],
    ["no document", "openapi.yaml", undefined, /released\/openapi\.yaml is missing/],
    ["another document", "openapi.yaml", "openapi: 3.1.0\n", /is not what was released/],
    ["another surface", "surface.json", "{}\n", /is not what was released/],
  ])("never passes with %s", async (_what, file, text, message) => {
    const path = `specs/acme/released/${file}`;
    if (text === undefined) await workspace.remove(path);
    else await workspace.put(path, text);
    expect(await main(["diff"])).toBe(1);
    expect(workspace.output()).toMatch(message);
  });

  it("asks for a record of the version that the package has", async () => {
    await setVersion("1.3.0");
    expect(await main(["diff"])).toBe(1);
    expect(workspace.output()).toContain("no record of @acme/acme 1.3.0");
    expect(await main(["release"])).toBe(0);
    expect(
      Object.keys(JSON.parse(await workspace.read("specs/acme/released/releases.json")).releases),
    ).toEqual(["1.2.0", "1.3.0"]);
    expect(await main(["diff"])).toBe(0);
  });

  it("before 1.0.0 takes the second part of the version for the first", async () => {
    await setVersion("0.3.0");
    await main(["release"]);
    await change(({ paths }) => {
      delete paths[parts];
    });
    workspace.clear();
    await main(["diff"]);
    expect(workspace.output()).toContain("acme since 0.3.0: major, minor before 1.0.0");
    expect(workspace.output()).toContain('"@acme/acme": minor');
  });
});

describe("trunkline release", () => {
  it("never changes what a version was", async () => {
    expect(await main(["release"])).toBe(0);
    expect(workspace.output()).toContain("1.2.0 is recorded");
    await change(({ paths }) => {
      delete paths[parts];
    });
    expect(await main(["release"])).toBe(1);
    expect(workspace.output()).toContain("A release is never changed");
  });

  it("--again records a version anew that nobody has yet", async () => {
    await change(({ paths }) => {
      delete paths[parts];
    });
    expect(await main(["release", "--again"])).toBe(0);
    workspace.clear();
    expect(await main(["diff", "--check"])).toBe(0);
    expect(workspace.output()).toContain("no change");
  });

  it("--none says that nothing is released yet, and takes no record away", async () => {
    expect(await main(["release", "--none"])).toBe(1);
    await workspace.remove("specs/acme/released");
    expect(await main(["release", "--none"])).toBe(0);
    expect(await main(["diff", "--check"])).toBe(0);
    expect(workspace.output()).toContain("acme not released yet: 1.2.0 will be its first version");
    await setVersion("0.0.0");
    expect(await main(["diff", "--check"])).toBe(1);
    expect(workspace.output()).toMatch(/"@acme\/acme": patch\n---\n\n- First release\./);
  });
});
