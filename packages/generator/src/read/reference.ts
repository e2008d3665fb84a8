import { posix } from "node:path";
import { parsePointer } from "@trunkline/document";

/** Where a `$ref` leads. */
export interface Reference {
  /** Key of a file: its path from the entry's folder, or the address of a remote one. */
  readonly file: string;
  readonly tokens: readonly string[];
  /** Name of a schema in it, in place of tokens. */
  readonly anchor?: string;
}

/** Why a `$ref` is not followed. */
export interface ReferenceFault {
  readonly code: "ref-malformed" | "ref-remote" | "ref-absolute" | "ref-outside";
  readonly message: string;
  readonly hint: string;
}

const copyHint = "copy the file below the folder of the main document and refer to it by a relative path";

/**
 * Reads a `$ref` that stands in the file `from`. A document may come from anyone, so that nothing but files below the
 * entry's folder can be named, and those of one origin where a person allowed it.
 *
 * @param origin - that was allowed
 */
export function parseReference(ref: string, from: string, origin?: string): Reference | ReferenceFault {
  const quoted = JSON.stringify(ref);
  const malformed = (hint: string): ReferenceFault => ({
    code: "ref-malformed",
    message: `the $ref ${quoted} is malformed`,
    hint,
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (/[\u0000-\u001f\u007f]/.test(ref)) return malformed("it must not contain control characters");
  if (ref.trim() !== ref || ref === "") return malformed('write "#/components/…" or "./file.yaml#/…"');
  const hash = ref.indexOf("#");
  const address = hash === -1 ? ref : ref.slice(0, hash);
  const fragment = hash === -1 ? "" : ref.slice(hash + 1);

  const remote = origin === undefined ? undefined : remoteFile(address, from, origin, quoted);
  if (typeof remote === "object") return remote;
  const fault = remote === undefined ? refused(address, quoted) : undefined;
  if (fault !== undefined) return fault;
  const path = decode(address);
  if (path === undefined) return malformed('write "%" in a file name as "%25"');
  if (remote === undefined && (path.includes("\0") || path.includes("?"))) {
    return malformed("a local ref has no query");
  }
  const again = remote === undefined ? refused(path, quoted) : undefined;
  if (again !== undefined) return again;
  const file = remote ?? (path === "" ? from : posix.join(posix.dirname(from), path));
  if (file === ".." || file.startsWith("../")) {
    return {
      code: "ref-outside",
      message: `the $ref ${quoted} leads out of the folder of the main document`,
      hint: copyHint,
    };
  }
  if (file === "." || file.endsWith("/")) return malformed("it names a folder: name a file");

  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchor = decode(fragment) ?? fragment;
    if (/^[A-Za-z_][\w.-]*$/.test(anchor)) return { file, tokens: [], anchor };
    return malformed(`a pointer begins with "#/": write "${address}#/${fragment}"`);
  }
  const tokens = parsePointer(decode(fragment) ?? fragment);
  if (tokens === undefined) return malformed('in a pointer "~" is written "~0" and "/" in a name "~1"');
  return { file, tokens };
}

/** Whether the key of a file is an address. */
export function isRemote(file: string): boolean {
  return /^https?:\/\//.test(file);
}

/** The address that a ref leads to, by itself or from a remote file; `undefined` for a local one. */
function remoteFile(
  address: string,
  from: string,
  origin: string,
  quoted: string,
): string | ReferenceFault | undefined {
  if (address === "") return isRemote(from) ? from : undefined;
  const isAddress = /^https?:\/\//i.test(address);
  if (!isRemote(from) && !isAddress) return undefined;
  const base = isRemote(from) ? from : undefined;
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (url !== undefined && url.origin === origin && url.username === "" && url.password === "")
    return url.href;
  return {
    code: "ref-remote",
    message: `the $ref ${quoted} leads to the network, but not to ${origin}`,
    hint: "only that origin is asked, and without a user name",
  };
}

function refused(address: string, quoted: string): ReferenceFault | undefined {
  if (/^https?:/i.test(address) || address.startsWith("//")) {
    return {
      code: "ref-remote",
      message: `the $ref ${quoted} leads to the network, which is not followed`,
      hint: copyHint,
    };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/") || address.includes("\\")) {
    return {
      code: "ref-absolute",
      message: `the $ref ${quoted} is not a relative path`,
      hint: `${copyHint}, with "/" between folders`,
    };
  }
  return undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
