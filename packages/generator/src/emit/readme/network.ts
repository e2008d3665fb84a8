import type { ClientModel } from "../../model/client-model.ts";
import { markdownFence } from "../markdown.ts";

/** Writes how a backend sets up its connections, for which `fetch` has no options. */
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

In Node.js, the package \`@trunkline/node\` can send in place of \`fetch\`. It costs less, and its options have what a backend needs. Through a proxy:

${snippet('const transport = nodeTransport({ proxy: "http://user:password@proxy.example.com:3128" });', client)}

With your own certificate authority:

${snippet(
  'import { readFileSync } from "node:fs";',
  `const transport = nodeTransport({ tls: { ca: readFileSync("company-ca.pem") } });`,
  client,
)}

With a client certificate:

${snippet(
  'import { readFileSync } from "node:fs";',
  'const tls = { cert: readFileSync("client.pem"), key: readFileSync("client-key.pem") };',
  `const client = new ${name}({ transport: nodeTransport({ tls }) });`,
)}

With a limit of connections; further calls wait in order, and their \`timeout\` begins when they leave the queue:

${snippet("const transport = nodeTransport({ connections: 10 });", client)}`;
}
