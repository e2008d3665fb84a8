import {
  environmentFault,
  environmentName,
  environmentPrefix,
  isEnvironmentName,
} from "../names/environment-names.ts";
import { suggest } from "../read/nearest.ts";
import type { Context } from "./context.ts";

/** A value that a variable is wanted for: a credential, or any other secret that an option takes. */
export interface Proposal {
  readonly option: string;
  /** The variable that the document names. */
  readonly said: string | undefined;
  /** Where it does. */
  readonly at: readonly (string | number)[];
  /** The variable that the names lock records. */
  readonly locked?: string | undefined;
}

/**
 * The one place that decides which environment variables a client reads. A document chooses only what begins with the name
 * of the package's folder, because its author could else have any secret of the user's machine sent to a server of theirs.
 * A person chooses any, in the workspace or in an overlay.
 *
 * @returns the variable of each proposal, in their order; `undefined` = none is read
 */
export function environmentOf(
  context: Context,
  proposals: readonly Proposal[],
): readonly (string | undefined)[] {
  const { folder, env = {}, readsEnvironment = true } = context.person;
  if (!readsEnvironment) return proposals.map(() => undefined);
  refuseUnknown(
    context,
    env,
    proposals.map(({ option }) => option),
  );
  const own = proposals.map((proposal) => saidVariable(context, proposal, ownValue(env, proposal.option)));
  // What is said of an option holds for every scheme that shares it.
  const said = own.map((one, index) => {
    if (one.isFinal) return one;
    return (
      own.find((other, at) => other.isFinal && proposals[at]?.option === proposals[index]?.option) ?? one
    );
  });
  // What is guessed must not be what another option reads: one value never serves two of them by chance.
  const owners = new Map<string, string>();
  for (const [index, { variable }] of said.entries()) {
    if (variable !== undefined) owners.set(variable, proposals[index]?.option ?? "");
  }
  return proposals.map(({ option, locked }, index) => {
    const known = said[index];
    if (known?.isFinal) return known.variable;
    const isFree = (name: string): boolean => (owners.get(name) ?? option) === option;
    const recorded = locked !== undefined && environmentFault(folder, locked) === undefined;
    if (recorded && isFree(locked)) {
      owners.set(locked, option);
      return locked;
    }
    const name = environmentName(folder, option);
    if (name === undefined || !isFree(name)) return undefined;
    const proposal = proposals[index];
    if (proposal !== undefined && refused(context, proposal, name)) return undefined;
    owners.set(name, option);
    return name;
  });
}

/** An option may be called as what every object has: `toString`. */
function ownValue(env: Readonly<Record<string, string>>, option: string): string | undefined {
  return Object.hasOwn(env, option) ? env[option] : undefined;
}

interface Said {
  readonly variable: string | undefined;
  /** Nothing is guessed in its place. */
  readonly isFinal: boolean;
}

/** A person's word, else the document's where it may say so. */
function saidVariable(context: Context, proposal: Proposal, persons: string | undefined): Said {
  const { folder } = context.person;
  const { option, said, at } = proposal;
  if (persons !== undefined) {
    const isName = isEnvironmentName(persons);
    if (!isName) {
      const message = `The variable of the option ${option} is ${JSON.stringify(persons)}, which is not a name of a variable`;
      const hint = "Write it in capitals, digits and underscores, in `env` of the workspace.";
      context.report("error", "environment-variable", message, { pointer: [] }, hint);
    } else tell(context, proposal, persons, "the workspace says");
    return { variable: isName ? persons : undefined, isFinal: true };
  }
  if (said === undefined) return { variable: undefined, isFinal: false };
  if (context.isOverlaid(at)) {
    tell(context, proposal, said, "the overlay says");
    return { variable: said, isFinal: true };
  }
  if (refused(context, proposal, said)) return { variable: undefined, isFinal: true };
  if (said !== environmentName(folder, option)) tell(context, proposal, said, "the document says", true);
  return { variable: said, isFinal: true };
}

/** A choice that surprises is told, whoever made it. */
function tell(
  context: Context,
  { option, at }: Proposal,
  variable: string,
  who: string,
  always = false,
): void {
  if (!always && environmentFault(context.person.folder, variable) === undefined) return;
  context.report("guess", "environment-variable", `The option ${option} reads ${variable}, as ${who}`, {
    pointer: at,
  });
}

function refused(context: Context, { option, at, said }: Proposal, variable: string): boolean {
  const { folder } = context.person;
  const fault = environmentFault(folder, variable);
  if (fault === undefined) return false;
  const prefix = environmentPrefix(folder);
  const reason =
    fault === "platform"
      ? "which other programs set for purposes of their own"
      : `which does not begin with ${prefix === "" ? "the name of the package's folder" : prefix}`;
  const verb = said === undefined ? "would read" : "is to read";
  const message = `The option ${option} ${verb} the environment variable ${variable}, ${reason}: it reads none`;
  const hint = `If you mean it, say so yourself: \`"env": { ${JSON.stringify(option)}: ${JSON.stringify(variable)} }\` under \`trunkline.vendors\` in package.json, or an overlay of yours.`;
  context.report("warning", "environment-variable", message, { pointer: at }, hint);
  return true;
}

function refuseUnknown(
  context: Context,
  env: Readonly<Record<string, string>>,
  options: readonly string[],
): void {
  for (const option of Object.keys(env)) {
    if (options.includes(option)) continue;
    const message = `\`env\` of the workspace names ${JSON.stringify(option)}, which is not an option of this client that takes a secret`;
    const hint = suggest(option, options, "the client takes no secret");
    context.report("error", "environment-variable", message, { pointer: [] }, hint);
  }
}
