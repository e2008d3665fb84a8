import { checkKeywords, type Format, kinds, nameOf, type Schema } from "./schema.ts";

/** The TypeScript of the format: a type for each definition, and lists of what can be chosen from. */
export function deriveTypes(format: Format): string {
  const declarations = Object.entries(format.$defs)
    .filter(([, schema]) => !isText(schema))
    .map(([name, schema]) => declaration(format, name, schema));
  const byKind = kinds.map((kind) => `readonly ${kind}: ${typeName(kind)};\n`);
  const styles = format.$defs.pagination?.properties?.style?.enum ?? [];
  return [
    "// Derived from x-trunkline.schema.json by `pnpm run derive`: change it there.\n\n",
    `/** Every style of pagination. */\nexport const paginationStyles = ${JSON.stringify(styles)} as const;\n\n`,
    `/** Kinds of places that take the extension. */\nexport const extensionKinds = ${JSON.stringify(kinds)} as const;\n\n`,
    `/** What the extension holds at each kind of place. */\nexport interface Extensions {\n${byKind.join("")}}\n`,
    ...declarations,
  ].join("");
}

function declaration(format: Format, name: string, schema: Schema): string {
  const docs = comment(schema);
  const branches = branchesOf(schema, name);
  if (branches.length > 0) {
    const parts = branches.map(([value, branch]) => {
      const part = `${pascal(value)}${pascal(name)}`;
      return {
        part,
        text: `\n/** ${sentence(schema)} In the style \`${value}\`. */\nexport interface ${part} ${objectType(format, branch, name)}\n`,
      };
    });
    return `\n${docs}export type ${typeName(name)} = ${parts.map(({ part }) => part).join(" | ")};\n${parts.map(({ text }) => text).join("")}`;
  }
  const isInterface =
    schema.type === "object" && schema.properties !== undefined && schema.oneOf === undefined;
  const type = typeOf(format, schema, name);
  return isInterface
    ? `\n${docs}export interface ${typeName(name)} ${type}\n`
    : `\n${docs}export type ${typeName(name)} = ${type};\n`;
}

/** An object whose other keys depend on one of them: `style: cursor` -> the object as it is then. */
function branchesOf(schema: Schema, place: string): [string, Schema][] {
  return (schema.allOf ?? []).map((branch): [string, Schema] => {
    const [key, chosen] = Object.entries(branch.if?.properties ?? {})[0] ?? [];
    const value = chosen?.const;
    const choices = key === undefined ? [] : (schema.properties?.[key]?.enum ?? []);
    if (
      key === undefined ||
      typeof value !== "string" ||
      !choices.includes(value) ||
      choices.length !== schema.allOf?.length
    )
      throw new Error(`${place} does not say what each of its ${choices.length} choices means`);
    const { allOf: _, ...own } = schema;
    const fixed = { ...own.properties?.[key], enum: [value] };
    const properties = { ...own.properties, [key]: fixed, ...branch.then?.properties };
    return [
      value,
      { ...own, properties, required: [...(own.required ?? []), ...(branch.then?.required ?? [])] },
    ];
  });
}

function typeOf(format: Format, schema: Schema, place: string): string {
  checkKeywords(schema, place);
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    const target = format.$defs[name];
    if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
    return isText(target) ? "string" : typeName(name);
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(schema.type))
    return schema.type.map((type) => alternative(format, schema, type, place)).join(" | ");
  switch (schema.type) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
    case "integer":
      return "number";
    case "array":
      return `readonly (${typeOf(format, schema.items ?? {}, `${place}[]`)})[]`;
    case "object":
      return objectType(format, schema, place);
    default:
      throw new Error(`${place} has no type`);
  }
}

/** One type of several, with what the schema says of it alone. */
function alternative(format: Format, schema: Schema, type: string, place: string): string {
  const { if: condition, then: consequence, not, ...rest } = schema;
  if (consequence !== undefined && condition?.type === type) return typeOf(format, consequence, place);
  if (type === "boolean" && not?.const !== undefined) return JSON.stringify(not.const !== true);
  return typeOf(format, { ...rest, type }, place);
}

function objectType(format: Format, schema: Schema, place: string): string {
  const { properties, additionalProperties, oneOf } = schema;
  if (properties === undefined) {
    if (typeof additionalProperties !== "object") throw new Error(`${place} is an object of anything`);
    return `Readonly<Record<string, ${typeOf(format, additionalProperties, `${place}.*`)}>>`;
  }
  // Each alternative has keys of its own.
  if (oneOf !== undefined) {
    const own = oneOf.map(({ required = [] }) => required);
    return own
      .map((names) => {
        const others = own.flat().filter((name) => !names.includes(name));
        const kept = Object.entries(properties).filter(([key]) => !others.includes(key));
        const { oneOf: _, ...rest } = schema;
        return objectType(
          format,
          { ...rest, properties: Object.fromEntries(kept), required: [...(schema.required ?? []), ...names] },
          place,
        );
      })
      .join(" | ");
  }
  const members = Object.entries(properties).map(([key, property]) => {
    const optional = schema.required?.includes(key) ? "" : "?";
    return `${comment(resolvedWords(format, property))}readonly ${key}${optional}: ${typeOf(format, property, `${place}.${key}`)};\n`;
  });
  return `{\n${members.join("")}}`;
}

/** Words of a property, or of what it refers to. */
function resolvedWords(format: Format, schema: Schema): Schema {
  const target = schema.$ref === undefined ? undefined : format.$defs[nameOf(schema.$ref)];
  return { ...target, ...schema };
}

function comment(schema: Schema): string {
  const text = sentence(schema);
  if (text === "") return "";
  const fallback = schema.default === undefined ? "" : ` @default ${JSON.stringify(schema.default)}`;
  return `/** ${text}${fallback} */\n`;
}

function sentence({ description = "", unit }: Schema): string {
  return unit === undefined || description.includes(unit) ? description : `${description} In ${unit}.`;
}

/** What differs from any text in its form alone. */
function isText({ type, enum: values }: Schema): boolean {
  return type === "string" && values === undefined;
}

function typeName(name: string): string {
  return kinds.some((kind) => kind === name) ? `${pascal(name)}Extension` : pascal(name);
}

function pascal(name: string): string {
  return `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
}
