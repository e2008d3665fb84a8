import { CommandFailure } from "../failure.ts";
import { variableOf } from "./variable.ts";

/**
 * The header field of a document that is not public, such as `Authorization: Bearer …`. It comes from the environment alone:
 * a file would be committed, an argument stands in the history of the shell.
 *
 * @throws CommandFailure for what is not a header field, without showing it
 */
export function headerFor(vendor: string): readonly [name: string, value: string] | undefined {
  const variable = variableOf("HEADER", vendor);
  const text = process.env[variable];
  if (text === undefined || text === "") return undefined;
  const [, name, value] =
    /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)[ \t]*$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined && !refused.has(name.toLowerCase())) return [name, value];
  throw new CommandFailure(
    `${variable} does not hold a header field such as "Authorization: Bearer …", in visible ASCII.`,
  );
}

/** What the connection itself needs is not a stranger's to choose. */
const refused: ReadonlySet<string> = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "host",
  "transfer-encoding",
  "upgrade",
]);
