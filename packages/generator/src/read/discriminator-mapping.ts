import { isObject, type JsonValue } from "@trunkline/document";
import type { BundleContext, Here } from "./bundle-context.ts";
import { formatComponentRef } from "./component-ref.ts";
import { isComponent } from "./components.ts";
import { suggest } from "./nearest.ts";
import { isTarget } from "./resolve.ts";
import { Writing } from "./writing.ts";

/** Values of a mapping are names of schemas or refs, without saying which: a name that exists is one. */
export function bundleMapping(
  context: BundleContext,
  mapping: JsonValue | undefined,
  here: Here,
): JsonValue | undefined {
  if (!isObject(mapping)) return mapping;
  const { positions, faults, components, resolver } = context;
  const out = new Writing(positions, positions.at(mapping) ?? here.at);
  for (const [key, value] of Object.entries(mapping)) {
    const at = positions.child(mapping, key) ?? here.at;
    if (typeof value !== "string" || components.hasSchema(value)) {
      out.set(key, value, at);
    } else if (/[#/]|\.(ya?ml|json)$/i.test(value)) {
      const target = resolver.resolve(value, here.file, at);
      const home = isTarget(target) ? components.homeOf("schema", target, at) : target;
      if (isComponent(home)) out.set(key, formatComponentRef(home.section, home.name), at);
      else if (home !== undefined)
        faults.warning(at, home.code, `${home.message}, and is ignored`, home.hint);
    } else {
      const names = components.listed("schemas").map(({ name }) => name);
      const message = `the mapping names the schema ${JSON.stringify(value)}, which is not in components, and is ignored`;
      faults.warning(at, "discriminator-mapping", message, suggest(value, names));
    }
  }
  return out.done();
}
