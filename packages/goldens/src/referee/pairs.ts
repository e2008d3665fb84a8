import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One of our types, and where openapi-typescript has its counterpart. */
export interface Pair {
  readonly name: string;
  readonly schema: string;
  readonly direction: "output" | "input";
  /** A parent with a discriminator: our type is the union of what is made of it. */
  readonly isFamily: boolean;
}

/** Every type that stands for a component schema, by the names lock. */
export function readPairs(target: string): readonly Pair[] {
  const lock = JSON.parse(readFileSync(join(target, "names.lock"), "utf8")) as {
    readonly types: Readonly<Record<string, string>>;
    readonly inputs: Readonly<Record<string, string>>;
  };
  const pairs = (names: Readonly<Record<string, string>>, direction: Pair["direction"]): Pair[] =>
    Object.entries(names).flatMap(([pointer, name]) => {
      // What the members of a family share is held against the parent, and the union only against itself.
      const [, key, kind] = /^#\/components\/schemas\/([^/]+?)(?:!(base|form))?$/.exec(pointer) ?? [];
      if (key === undefined) return [];
      const schema = decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
      // The type of a form is what requests take.
      const way = kind === "form" ? "input" : direction;
      return [{ name, direction: way, schema, isFamily: names[`${pointer}!base`] !== undefined }];
    });
  return [...pairs(lock.types, "output"), ...pairs(lock.inputs, "input")];
}

/** Writes the file that names both sides of every pair, for the compiler to resolve; the package itself stays as it is. */
export function writePairs(target: string, pairs: readonly Pair[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "trunkline-referee-")), "pairs.ts");
  const lines = pairs.map(
    ({ name, schema }, index) => `  p${index}: [ours.${name}, Theirs[${JSON.stringify(schema)}]];`,
  );
  const text = [
    `import type * as ours from ${JSON.stringify(join(target, "src/index.js"))};`,
    `import type { components } from ${JSON.stringify(join(target, "src/schema.js"))};`,
    'type Theirs = components["schemas"];',
    "export interface Pairs {",
    ...lines,
    "}",
    "",
  ].join("\n");
  writeFileSync(file, text);
  return file;
}
