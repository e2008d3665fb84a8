import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

const source = new URL("../src/", import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const page = readFileSync(new URL("../../../ARCHITECTURE.md", import.meta.url), "utf8");
const [, section = ""] = page.split("### Floors of the runtime");
const [table = ""] = section.split("\n## ");
const floors = table
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`"))
  .map((line) => Array.from(line.matchAll(/`([^`]+)`/g), ([, name = ""]) => name));

/** The floor that names a file, else the one that names its folder; -1 where none does. */
function floorOf(file: string): number {
  const own = floors.findIndex((names) => names.includes(file));
  const folder = `${file.split("/", 1)[0]}/`;
  return own >= 0 ? own : floors.findIndex((names) => names.includes(folder));
}

/** What a file imports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(new URL(file, source), "utf8");
  return Array.from(text.matchAll(/ from "(\.[^"]+)"/g), ([, path = ""]) =>
    posix.join(posix.dirname(file), path),
  );
}

describe("the floors of the runtime, as ARCHITECTURE.md has them", () => {
  it.each(files)("%s is on one of them, and imports from there or from below", (file) => {
    const floor = floorOf(file);
    expect(floor, `${file} is on no floor`).toBeGreaterThanOrEqual(0);
    const upwards = importsOf(file).filter((imported) => floorOf(imported) < floor);
    expect(upwards, `${file} imports upwards`).toEqual([]);
  });

  it("name nothing that is not there", () => {
    for (const name of floors.flat())
      expect(
        files.some((file) => file.startsWith(name)),
        name,
      ).toBe(true);
  });
});

it("no file imports in a circle, by value or by type", () => {
  const circles: string[] = [];
  const left = new Set<string>();
  const visit = (file: string, seen: readonly string[]): void => {
    const at = seen.indexOf(file);
    if (at >= 0) circles.push([...seen.slice(at), file].join(" -> "));
    if (at >= 0 || left.has(file)) return;
    for (const imported of importsOf(file)) visit(imported, [...seen, file]);
    left.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
