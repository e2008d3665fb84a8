import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root: string = fileURLToPath(new URL("../../../../", import.meta.url));

/** Text of a file of the repository. */
export const read = (path: string): string => readFileSync(root + path, "utf8");

/** What stands in code within a text. */
export const codeIn = (text = ""): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

/** Rows of the tables between two texts of a page, as the texts of their cells. */
export function rowsBetween(page: string, from: string, to: string): readonly (readonly string[])[] {
  const part = page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from) + from.length));
  return part.split("\n").flatMap((line) =>
    /^\| (?!---)/.test(line)
      ? [
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [],
  );
}
