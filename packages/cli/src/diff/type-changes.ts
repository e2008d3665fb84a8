import type { SurfaceType } from "@trunkline/generator";
import type { Change, Impact } from "./change.ts";
import { missing } from "./missing.ts";

type Types = Readonly<Record<string, SurfaceType>>;
type Use = SurfaceType["use"];

/** What changed in the exported types. What the caller makes may only widen; what the client gives may only narrow. */
export function typeChanges(before: Types, after: Types): Change[] {
  const changes: Change[] = [];
  const heirs = heirsByText(before, after);
  for (const [name, type] of Object.entries(before)) {
    const now = after[name];
    if (now === undefined) {
      const heir = heirs.get(JSON.stringify(type));
      const text =
        heir === undefined
          ? `The type \`${name}\` is gone.`
          : `The type \`${name}\` is now called \`${heir}\`.`;
      changes.push({ impact: "major", text });
      continue;
    }
    const use = type.use === now.use ? type.use : "both";
    changes.push(...memberChanges(name, type, now, use));
  }
  for (const name of Object.keys(after)) {
    if (before[name] === undefined) changes.push({ impact: "minor", text: `New type: \`${name}\`.` });
  }
  return changes;
}

function memberChanges(name: string, before: SurfaceType, after: SurfaceType, use: Use): Change[] {
  if (before.alias && after.alias) return alternativesChange(`\`${name}\``, before.alias, after.alias, use);
  if (!before.fields || !after.fields) {
    return [
      {
        impact: "major",
        text: `\`${name}\` has changed from a type alias to an interface, or from an interface to a type alias.`,
      },
    ];
  }
  const changes: Change[] = [];
  if (before.extends?.join() !== after.extends?.join()) {
    const text = `\`${name}\` extends ${list(after.extends)}, before ${list(before.extends)}.`;
    changes.push({ impact: "major", text });
  }
  const fieldsBefore = fieldsOf(before.fields);
  const fieldsAfter = fieldsOf(after.fields);
  const gone = [...fieldsBefore.keys()].filter((field) => !fieldsAfter.has(field));
  const fresh = [...fieldsAfter.keys()].filter((field) => !fieldsBefore.has(field));
  for (const [field, { optional, type }] of fieldsBefore) {
    const now = fieldsAfter.get(field);
    const place = `\`${name}.${field}\``;
    if (now === undefined) {
      const heirs =
        gone.length === 1 ? fresh.filter((one) => fieldsAfter.get(one)?.type.join() === type.join()) : [];
      const renamed = heirs.length === 1 ? `, perhaps renamed to \`${heirs[0]}\`` : "";
      changes.push({ impact: "major", text: `${place} is gone${renamed}.` });
      continue;
    }
    if (optional !== now.optional) changes.push(optionalChange(place, now.optional, use));
    changes.push(...alternativesChange(place, type, now.type, use));
  }
  for (const field of fresh) {
    const isRequired = fieldsAfter.get(field)?.optional === false && field !== "[name]";
    const breaks = isRequired && use !== "output";
    const text = breaks ? `\`${name}.${field}\` is new, and required.` : `New field: \`${name}.${field}\`.`;
    changes.push({ impact: breaks ? "major" : "minor", text });
  }
  return changes;
}

function optionalChange(place: string, isOptional: boolean, use: Use): Change {
  const breaks = use === "both" || (use === "output") === isOptional;
  const text = isOptional
    ? `${place} ${use === "input" ? "may be left out" : "may be missing"}.`
    : `${place} ${use === "output" ? "is always there" : "is required"}.`;
  return { impact: breaks ? "major" : "minor", text };
}

function alternativesChange(
  place: string,
  before: readonly string[],
  after: readonly string[],
  use: Use,
): Change[] {
  const lost = missing(before, after);
  const gained = missing(after, before);
  if (lost.length + gained.length === 0) return [];
  const isOpen = after.some((one) => one.startsWith("other "));
  // An open enum admits every value, so that neither a new nor a lost one can break what compiles.
  if (isOpen && before.some((one) => one.startsWith("other "))) {
    const values = [
      ...(gained.length > 0 ? [`now names ${codes(gained)}`] : []),
      ...(lost.length > 0 ? [`no longer names ${codes(lost)}`] : []),
    ];
    return [
      { impact: "minor", text: `${place} ${values.join(" and ")}; any other value may come, as before.` },
    ];
  }
  const widens = gained.length > 0;
  const narrows = lost.length > 0;
  const breaks = use === "both" || (use === "input" ? narrows : widens);
  const impact: Impact = breaks ? "major" : "minor";
  const verb = narrows && widens ? "changed" : narrows ? "is narrower" : "is wider";
  return [{ impact, text: `${place} ${verb}: ${codes(after)}, before ${codes(before)}.` }];
}

interface Field {
  readonly optional: boolean;
  readonly type: readonly string[];
}

function fieldsOf(fields: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Field> {
  return new Map(
    Object.entries(fields).map(([name, type]) => [
      name.replace(/\?$/, ""),
      { optional: name.endsWith("?"), type },
    ]),
  );
}

/** What a new type is -> the first that is it. */
function heirsByText(before: Types, after: Types): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>();
  for (const [name, type] of Object.entries(after)) {
    const text = JSON.stringify(type);
    if (before[name] === undefined && !heirs.has(text)) heirs.set(text, name);
  }
  return heirs;
}

function codes(types: readonly string[]): string {
  return types.map((type) => `\`${type}\``).join(" | ");
}

function list(names: readonly string[] = []): string {
  return names.length === 0 ? "nothing" : codes(names);
}
