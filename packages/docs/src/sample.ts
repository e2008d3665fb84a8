import { emitConstruction, emitExample, type OperationModel } from "@trunkline/generator/reference";
import type { Reference } from "./reference.ts";

/** The first call of a method, whole: imports, a client, the call. */
export function sampleOf(operation: OperationModel, { packageName, model }: Reference): string {
  const { client } = model;
  const example = emitExample(operation, "client");
  const [imports, call] = example.startsWith("import ")
    ? [`${example.slice(0, example.indexOf("\n"))}\n`, example.slice(example.indexOf("\n")).trim()]
    : ["", example];
  return `${imports}import { ${client.name} } from ${JSON.stringify(packageName)};\n\n${emitConstruction(client)}\n\n${call}`;
}
