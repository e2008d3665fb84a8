import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One line per emitted file: the first 16 digits of its SHA-256, its lines, its path. */
export function digestsOf(target: string, files: readonly string[]): string {
  const lines = [...files].sort().map((file) => {
    const text = readFileSync(join(target, file), "utf8");
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
    return `${digest} ${String(text.split("\n").length - 1).padStart(6)} ${file}`;
  });
  return `${lines.join("\n")}\n`;
}
