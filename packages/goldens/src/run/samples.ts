import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FENCE = /@example\n\s*\* ```ts\n([\s\S]*?)\n\s*\* ```/g;

/**
 * Writes every sample of a package's doc comments into a folder `samples` of it, each as a function that is given the
 * client, so that a compiler can judge them.
 *
 * @param unfit methods whose samples must not compile
 * @returns how many there are
 */
export function writeSamples(target: string, unfit: readonly string[]): number {
  const source = join(target, "src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".ts"),
  );
  const bodies = files.sort().flatMap((file) => samplesOf(readFileSync(join(source, file), "utf8")));
  const client = /export class (\w+)/.exec(readFileSync(join(source, "client.ts"), "utf8"))?.[1] ?? "";
  const imports = new Set<string>();
  const functions = bodies.map((body, index) => {
    const text = body.replace(/^import .*\n/gm, (line) => {
      imports.add(line);
      return "";
    });
    // What shows how a client is made has one of its own.
    const parameter = text.includes("const client = ") ? "" : `client: ${client}, error: unknown`;
    const isUnfit = unfit.some((name) => text.includes(`client.${name}(`));
    const judged = isUnfit ? `// @ts-expect-error no value fits\n${text}` : text;
    return `export async function sample${index}(${parameter}): Promise<void> {\n${judged}\n}\n`;
  });
  mkdirSync(join(target, "samples"), { recursive: true });
  const names = ["isAPIError", client].join(", ");
  const head = `import { ${names} } from "../src/index.js";\n${[...imports].join("")}`;
  writeFileSync(join(target, "samples/samples.ts"), `${head}\n${functions.join("\n")}`);
  return bodies.length;
}

function samplesOf(text: string): string[] {
  return [...text.matchAll(FENCE)].map(([, body = ""]) =>
    body
      .split("\n")
      .map((line) => line.replace(/^\s*\* ?/, ""))
      .join("\n")
      .replaceAll("*\\/", "*/"),
  );
}
