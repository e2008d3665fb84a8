import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../folders.ts";

/** Bytes of what a package declares, but for the types of the whole document in `./raw`: all of them, and by what they are. */
export function weighDeclarations(vendor: string): ReadonlyMap<string, number> {
  const folder = join(repository, "packages", vendor, "dist");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.d\.[cm]ts$/.test(file) && !file.startsWith("raw."),
  );
  const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("");
  const comments = text.match(/[ \t]*\/\*\*[\s\S]*?\*\/\n?/g) ?? [];
  const examples = comments.flatMap(
    (comment) => comment.match(/[ \t]*\* @example[\s\S]*?(?=\s*\*\/|\n[ \t]*\* @)/g) ?? [],
  );
  const tags = comments.flatMap((comment) => comment.match(/^[ \t]*\* @(?!example).*\n/gm) ?? []);
  const lines = comments.filter((comment) => !comment.trim().includes("\n"));
  const code = text.replace(/[ \t]*\/\*\*[\s\S]*?\*\/\n?/g, "").split("\n");
  const methods = code.filter((line) => /: (?:APIPromise|PagePromise)[$\d]*</.test(line));
  const fields = code.filter((line) => /^\t+(?:readonly )?(?:"[^"]+"|[\w$]+|\[.*\])\??: /.test(line));
  const bytes = (parts: readonly string[]): number => Buffer.byteLength(parts.join("\n"));
  const all = Buffer.byteLength(text);
  const blocks = bytes(comments) - bytes(lines) - bytes(examples) - bytes(tags);
  const rest = bytes(code) - bytes(methods) - bytes(fields);
  return new Map([
    ["declarations", all],
    ["sentences of fields and types", bytes(lines)],
    ["descriptions of methods, resources and the client", blocks],
    ["examples of methods", bytes(examples)],
    ["@param, @throws, @default, @deprecated", bytes(tags)],
    ["fields", bytes(fields)],
    ["signatures of methods", bytes(methods)],
    ["heads, unions, imports and exports", rest],
  ]);
}
