import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Shown } from "./app.ts";
import { CLASSES } from "./classes.ts";

/** The page that is written, and held to what is printed. */
export const PAGE: string = fileURLToPath(new URL("../../../docs/errors.md", import.meta.url));

const APP: string = fileURLToPath(new URL("app.ts", import.meta.url));
/** Ports as they are shown: of the server, and of none. */
const PORTS = ["8080", "8081"];

/** Makes every error by a program of its own, and the page of what it prints. */
export async function makePage(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [APP], {
    // Colours are for terminals, whatever this process has.
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, NODE_OPTIONS: undefined },
    timeout: 30_000,
  });
  const { shown, ports } = JSON.parse(stdout) as { shown: Shown[]; ports: readonly number[] };
  const parts = CLASSES.map(({ name, when, act }) => {
    const error = shown.find(({ id }) => id === name);
    if (error === undefined) throw new Error(`The program made no ${name}.`);
    const show = (text: string): string => asOutside(text, ports);
    return `## ${name}

${when}

**What to do:** ${act}

\`\`\`ts
${sourceOf(error)}
\`\`\`

\`error.stack\`:

\`\`\`text
${show(error.stack)}
\`\`\`

\`console.log(error)\`:

\`\`\`text
${show(error.printed)}
\`\`\`
`;
  });
  return `${HEAD}\n${TABLE}\n\n${parts.join("\n")}`;
}

const HEAD = `# Errors

Everything that a client throws is a \`TrunklineError\`. It has the name of the client (\`client\`), the operation (\`operation\`), its method and path template, and how often the request was sent (\`attempts\`). Its stack has the caller's own frames. \`instanceof\` works across copies of a package, and between ESM and CommonJS. Some packages export classes under the names that their vendor's users know, such as \`ForbiddenError\`. They are the classes of this page with other names.

\`JSON.stringify(error)\` has the name, the message and fields such as \`status\` and \`code\`, but not the body of the answer. No error shows a secret.

[A program](../packages/house/errors-page/app.ts) made each error below with a server of its own, and Node.js printed it. \`pnpm --dir packages/house run errors-page\` writes this page, and a test compares it with what the program prints. Paths are shown without their folder, frames within the packages and Node.js are one line, and ports are invented. The program's client:

\`\`\`ts
import { Buena } from "@trunkline/buena";
import { memoryQuota } from "@trunkline/runtime/quota";

// Of a server that fails, and of none.
const [port, closed] = [8080, 8081];
const baseURL = \`http://127.0.0.1:\${port}\`;
const client = new Buena({ baseURL, maxRetries: 0 }); // reads BUENA_API_KEY
\`\`\`
`;

const TABLE = [
  "| Class | Kind of | When |",
  "| --- | --- | --- |",
  ...CLASSES.map(
    ({ name, kindOf, short }) => `| [\`${name}\`](#${name.toLowerCase()}) | \`${kindOf}\` | ${short} |`,
  ),
].join("\n");

/** The call as it stands in the program, without what type stripping leaves of types. */
function sourceOf({ source }: Shown): string {
  return source.replace(/(\(\)) {2,}\{/, "$1 {").replace(/ {3,}(?=[);])/g, "");
}

/** Stands for frames that say nothing to a caller, and change with every build. */
const INNER = "… frames of the packages and of Node.js";

/** What is printed, without what differs from machine to machine. */
function asOutside(text: string, ports: readonly number[]): string {
  const lines = text.split("\n").map((line) => {
    if (!/^\s+at /.test(line)) return line;
    if (/\/packages\/(?:runtime|buena)\/dist\/|\(node:internal\//.test(line))
      return `${/^\s+/.exec(line)?.[0]}${INNER}${tail(line)}`;
    return line
      .replace(/file:\/\/\S*\/errors-page\/app\.ts/, "app.ts")
      .replace(/(node:[\w/]+):\d+:\d+/, "$1");
  });
  const kept = lines.filter((line, index) => !line.includes(INNER) || line !== lines[index - 1]);
  return ports.reduce(
    (all, port, index) => all.replaceAll(String(port), PORTS[index] ?? ""),
    // What is left of a minute.
    kept.join("\n").replace(/(next |waitMs: )\d+/g, (_, before) => `${before}59998`),
  );
}

/** What `inspect` puts behind the last frame. */
function tail(line: string): string {
  return line.endsWith(" {") ? " {" : "";
}
