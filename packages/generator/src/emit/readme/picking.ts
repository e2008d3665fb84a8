import type { Model, ResourceModel } from "../../model/types.ts";
import { markdownCode, markdownFence } from "../markdown.ts";

/** A client of so many resources is little to a bundler. */
const FEW = 20;

/** How a program carries only the resources that it names. */
export function picking({ client, resources }: Model, packageName: string): string | undefined {
  const top = resources.filter(({ parent }) => parent === undefined);
  const [example] = top.filter(isPlain);
  if (resources.length <= FEW || example === undefined) return undefined;
  const { className, file, property } = example;
  const { name } = client;
  const text = `import { create${name} } from "${packageName}/pick";
import { ${className} } from "${packageName}/resources/${file}";

export const client = create${name}({ ${property}: ${className} });`;
  return `## Less to load

${markdownCode(name)} holds all ${resources.length} resources. A program that is bundled, as for a browser or a Worker, can name those that it uses, and its bundler leaves the others out. Methods, types and options are the same:

${markdownFence("ts", text)}

Each resource has a module of its own under ${markdownCode(`${packageName}/resources/`)}.`;
}

/** Its name needs no quotes as a key. */
function isPlain({ property }: ResourceModel): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(property);
}
