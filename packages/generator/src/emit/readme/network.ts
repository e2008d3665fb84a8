import type { ClientModel } from "../../model/client-model.ts";
import { markdownFence } from "../markdown.ts";

/** What a backend sets of its connections, which `fetch` has no options for. */
export function network({ name }: ClientModel, packageName: string): string {
  const snippet = (...lines: readonly string[]): string =>
    markdownFence(
      "ts",
      [
        `import { ${name} } from "${packageName}";`,
        'import { nodeTransport } from "@trunkline/node";',
        ...lines,
      ].join("\n"),
    );
  const client = `const client = new ${name}({ transport });`;
  return `## Proxies, certificates and connections

In Node.js, the package \`@trunkline/node\` sends in place of \`fetch\`, at less cost, and has what a backend needs as options. Through a proxy:

${snippet('const transport = nodeTransport({ proxy: "http://user:password@proxy.example.com:3128" });', client)}

With an authority of your own:

${snippet(
  'import { readFileSync } from "node:fs";',
  `const transport = nodeTransport({ tls: { ca: readFileSync("company-ca.pem") } });`,
  client,
)}

With a certificate of the client's:

${snippet(
  'import { readFileSync } from "node:fs";',
  'const tls = { cert: readFileSync("client.pem"), key: readFileSync("client-key.pem") };',
  `const client = new ${name}({ transport: nodeTransport({ tls }) });`,
)}

With so many connections; calls beyond them wait in order, and \`timeout\` begins when they are let go:

${snippet("const transport = nodeTransport({ connections: 10 });", client)}`;
}
