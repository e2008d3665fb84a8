import { withoutEndSlashes } from "./end-slashes.ts";
import { UsageError } from "./errors/usage-error.ts";
import { type Part, type Parts, partsOf, type ServerTemplate, type ServerVariable } from "./server-parts.ts";
import { describeValue } from "./values/plain.ts";

type Options = Readonly<Record<string, unknown>>;

const HOST = String.raw`(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*)`;
const AUTHORITY = new RegExp(`^${HOST}(?::\\d{1,5})?$`, "i");
const ORIGIN = new RegExp(`^https?://${HOST}(?::\\d{1,5})?(?:/[\\w.~/-]*)?$`, "i");
const DOT_SEGMENT = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/**
 * An address with variables, which options of the client set. What a value may be depends on its place: `http` or
 * `https` before `://`, names in the host, digits in the port, segments in the path. A whole address is accepted only
 * for a variable that makes up all of it, up to the first `/`. So a value cannot lead calls to another address than the
 * filled template shows.
 */
export function serverVariables(
  template: string,
  variables: Readonly<Record<string, ServerVariable>>,
): ServerTemplate {
  const parts = partsOf(template, variables);
  const fill = (options: Options): string => {
    if (!parts)
      throw new UsageError("This server's address names no scheme and host; give the option baseURL.");
    const origin = parts.origin ? wholeOf(parts.origin, options) : originOf(parts, options);
    const path = textOf(parts.path, options, /^[\w.~/-]+$/);
    if ((path && !path.startsWith("/")) || path.includes("//") || DOT_SEGMENT.test(path))
      refuse(parts.path, options);
    return origin + path;
  };
  return Object.assign(fill, { options: Object.values(variables).map(({ option }) => option) });
}

function originOf(parts: Parts, options: Options): string {
  const scheme = textOf(parts.scheme, options, /^[a-z]+$/i).toLowerCase();
  if (scheme !== "http" && scheme !== "https") refuse(parts.scheme, options);
  // A variable may have a port in it where the document's own value has one.
  const authority = textOf(parts.authority, options, /^[\w.-]+$/, /^[\w.-]+:\d+$/);
  const address = `${scheme}://${authority}`;
  if (!AUTHORITY.test(authority) || !isAsked(address, authority)) refuse(parts.authority, options);
  return address;
}

/** Whether a URL reads as host and port what is written there: `127.1` is another host, `0443` another port. */
function isAsked(address: string, authority: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  const { host, protocol } = url;
  const usual = protocol === "https:" ? ":443" : ":80";
  const given = authority.toLowerCase();
  return host === (given.endsWith(usual) ? given.slice(0, -usual.length) : given);
}

function wholeOf(variable: ServerVariable, options: Options): string {
  const value = valueFor(variable, options);
  const [, scheme = "", rest = ""] = /^(https?):\/\/(.*)$/i.exec(value) ?? [];
  const [authority = ""] = rest.split("/");
  if (!ORIGIN.test(value) || !isAsked(`${scheme}://${authority}`, authority) || DOT_SEGMENT.test(rest)) {
    throw new UsageError(
      `${variable.option} cannot be${shown(value)}: a whole address is expected here, such as "https://api.example.com", without user, query or fragment.`,
    );
  }
  return withoutEndSlashes(value);
}

function textOf(parts: readonly Part[], options: Options, ...forms: readonly RegExp[]): string {
  return parts.map((part) => (typeof part === "string" ? part : checked(part, options, forms))).join("");
}

function checked(variable: ServerVariable, options: Options, forms: readonly RegExp[]): string {
  const value = valueFor(variable, options);
  // The document's own values are judged by what they make of the address.
  if (value === variable.default || variable.values) return value;
  const [usual, other] = forms;
  const isFit = usual?.test(value) || (other?.test(variable.default) && other.test(value));
  return isFit ? value : refuse([variable], options);
}

function valueFor({ option, values, default: usual }: ServerVariable, options: Options): string {
  const given = options[option];
  if (given !== undefined && typeof given !== "string" && !Number.isSafeInteger(given)) {
    throw new UsageError(`${option} is ${describeValue(given)}; a text is expected.`);
  }
  const value = given === undefined ? usual : String(given);
  if (values && !values.includes(value) && given !== undefined) {
    throw new UsageError(`${option} cannot be${shown(value)}; it is one of ${values.join(", ")}.`);
  }
  return value;
}

function refuse(parts: readonly Part[], options: Options): never {
  const variables = parts.filter((part) => typeof part !== "string");
  const what = variables
    .map((one) => `${one.option} cannot be${shown(valueFor(one, options))}`)
    .join(", or ");
  throw new UsageError(
    `${what || "The server's address is wrong"}: it holds what has a meaning of its own in a URL, or makes another address. A whole address is given as baseURL.`,
  );
}

/** Whoever mistakes a variable for an address may have put a password into it. */
function shown(value: string): string {
  return /^[\w.~/ -]{0,60}$/.test(value) ? ` "${value}"` : " what was given";
}
