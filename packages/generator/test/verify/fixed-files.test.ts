import { expect, it } from "vitest";
import { emitPick } from "../../src/emit/package/pick.ts";
import { emitRaw } from "../../src/emit/package/raw.ts";
import { formatFiles } from "../../src/format/oxfmt.ts";
import { checkStatic } from "../../src/verify/fixed-files.ts";

// Where a line gets too long for the formatter, it breaks it, each at a length of its own.
it("takes the files of every package for themselves, however long the client's name is", async () => {
  const lengths = [1, 10, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90, 100, 120, 200, 2000];
  const emitted = new Map<string, string>(
    lengths.flatMap((length) => {
      const name = `A${"b".repeat(length - 1)}`;
      return [
        [`src/${length}/pick.ts`, emitPick(name, `${name}Options`, false)] as const,
        [`src/${length}/own/pick.ts`, emitPick(name, `${name}Options`, true)] as const,
        [`src/${length}/raw.ts`, emitRaw(name)] as const,
      ];
    }),
  );
  const formatted = await formatFiles(emitted);
  expect(formatted.size).toBe(3 * lengths.length);
  const found = [...formatted].flatMap(([path, text]) => checkStatic(path, text, emitted.get(path)));
  expect(found).toEqual([]);
});

it.each([
  ["a statement more", (text: string) => `${text}\nglobalThis.a = 1;\n`],
  ["another name", (text: string) => text.replace("definition, resources", "definition, definition")],
  ["a statement less", (text: string) => text.replace(/return .*;/, "")],
])("tells %s", (_, change) => {
  const text = emitPick("Shop", "ShopOptions", true);
  expect(change(text)).not.toBe(text);
  expect(checkStatic("src/pick.ts", change(text), text)).toEqual([
    "src/pick.ts is not the file of every package",
  ]);
});
