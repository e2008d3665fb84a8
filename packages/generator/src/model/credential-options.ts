import { listField, objectField } from "@trunkline/document";
import { clientOptionNames } from "../names/reserved.ts";
import { createScope } from "../names/scope.ts";
import { camelCase } from "../names/words.ts";
import type { Context } from "./context.ts";

/** A secret of a scheme, and the option that it would like. */
export interface Part {
  /** Which secret of its scheme it is, as the names lock calls it. */
  readonly role: Role;
  /** The option of a scheme that is the only one of its kind. */
  readonly usual: string;
  /** The option that the document names. */
  readonly pinned: string | undefined;
  /** The document names another one, which this one follows: the password beside its user name. */
  readonly isDerived: boolean;
  /** The variable that the document names. */
  readonly env: string | undefined;
  /** Where it does. */
  readonly at: readonly (string | number)[];
}

export type Role = "secret" | "username" | "password" | "key" | "clientId" | "clientSecret";

/** A part, with the id of its scheme. */
export interface OwnedPart extends Part {
  readonly id: string;
}

/**
 * The option of each part, in their order. What the lock or the document names keeps its name. Of the others, the only one
 * of its kind has the usual option; several are named from the ids of their schemes, so that no value serves two schemes
 * unless the document says so.
 */
export function optionsOf(context: Context, parts: readonly OwnedPart[]): readonly string[] {
  const known = parts.map(
    ({ id, role, pinned }) => pinned ?? context.lock?.credentials?.[id]?.[role]?.option,
  );
  refuseShared(context, parts, known);
  const ofServers = variableOptions(context);
  const scope = createScope((name) => clientOptionNames.has(name) || ofServers.has(name));
  for (const option of known) if (option !== undefined) scope.take(option);
  const open = parts.filter((_part, index) => known[index] === undefined);
  return parts.map((part, index) => {
    const option = known[index];
    if (option !== undefined) return option;
    const isOnly = open.filter(({ usual }) => usual === part.usual).length === 1;
    if (isOnly && scope.take(part.usual)) return part.usual;
    const long = camelCase(`${part.id} ${part.usual}`);
    return scope.claim([part.role === "secret" ? camelCase(part.id) : long, long]);
  });
}

/** One option is not two schemes', unless the document says so of both: neither the lock nor a derived name does. */
function refuseShared(
  context: Context,
  parts: readonly OwnedPart[],
  known: readonly (string | undefined)[],
): void {
  for (const [index, part] of parts.entries()) {
    const option = known[index];
    const before = parts.find((one, at) => at < index && known[at] === option && one.id !== part.id);
    if (option === undefined || before === undefined) continue;
    const isRecorded = [before, part].some(({ pinned }) => pinned === undefined);
    if (!isRecorded && before.isDerived === part.isDerived) continue;
    const message = `The option ${option} is ${reasonFor(before)}, and ${reasonFor(part)}: one value would serve both`;
    const hint = `Name another option at ${part.id}, or the same one at both if one secret is meant for them.`;
    context.report("error", "credential-option", message, { pointer: part.at }, hint);
  }
}

function reasonFor({ id, pinned, isDerived }: OwnedPart): string {
  if (pinned === undefined) return `recorded for ${id} in the names lock`;
  return isDerived ? `that of ${id}'s password, named after its user name` : `named at ${id}`;
}

/** Options of servers' variables: a scheme that is added must not take their names. */
function variableOptions({ document }: Context): ReadonlySet<string> {
  const servers = listField(document, "servers");
  return new Set(
    servers.flatMap((server) => Object.keys(objectField(server, "variables") ?? {}).map(camelCase)),
  );
}
