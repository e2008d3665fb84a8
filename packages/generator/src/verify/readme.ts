import { skillName } from "../emit/skill/skill-name.ts";
import type { Model } from "../model/types.ts";
import { checkPage } from "./page.ts";

/** Addresses that a README links to. */
const links: ReadonlySet<string> = new Set([
  "https://openapi-ts.dev/openapi-fetch/",
  "./CHANGELOG.md",
  ...["blob/HEAD/docs/errors.md", "blob/HEAD/SECURITY.md", "tree/HEAD/examples"].map(ofHouse),
  ofHouse("tree/HEAD/examples/middleware#readme"),
  ...["tree/HEAD/packages/mock#readme", "tree/HEAD/packages/runtime#readme"].map(ofHouse),
]);

function ofHouse(path: string): string {
  return `https://github.com/trunkline-clients/trunkline/${path}`;
}

const sections: readonly string[] = [
  "Install",
  "First call",
  "Credentials",
  "Environments",
  "Pages",
  "Rows in bulk",
  "Values",
  "Uploads",
  "Integers of 64 bits",
  "Errors",
  "Retries and time limits",
  "Quotas",
  "For every call",
  "Less to load",
  "Proxies, certificates and connections",
  "Hooks and logs",
  "Middleware and traces",
  "Raw calls",
  "Webhooks",
  "Testing",
  "Methods",
  "Types",
  "More",
];

export function checkReadme(text: string, packageName: string, model: Model): string[] {
  const { resources, client } = model;
  return checkPage("README.md", text, {
    packageName,
    client: client.name,
    headings: new Set([packageName, ...resources.map(({ id }) => `client.${id}`), "client", ...sections]),
    links: new Set([...links, `./skills/${skillName(packageName)}/SKILL.md`]),
    modules: new Set([
      "@trunkline/mock",
      packageName,
      `${packageName}/pick`,
      `${packageName}/raw`,
      `${packageName}/webhooks`,
      ...resources.map(({ file }) => `${packageName}/resources/${file}`),
      "node:fs",
      "@trunkline/node",
      "@trunkline/runtime/otel",
      "@trunkline/runtime/quota",
    ]),
  });
}
