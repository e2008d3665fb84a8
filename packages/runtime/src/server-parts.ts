/** A variable of a server's address, which is written there in braces. */
export interface ServerVariable {
  /** Name of the client option. */
  readonly option: string;
  readonly default: string;
  /** The values that are allowed. @default any name, version or port */
  readonly values?: readonly string[] | undefined;
}

/** An address with variables, which options set; made by `serverVariables`. */
export interface ServerTemplate {
  (options: Readonly<Record<string, unknown>>): string;
  /** Names of the options that set its variables. */
  readonly options?: readonly string[] | undefined;
}

/** One variable in its place, or text between them. */
export type Part = string | ServerVariable;

/** An address in the parts that a URL has. `origin` is one variable that stands for all up to the path. */
export interface Parts {
  readonly origin?: ServerVariable | undefined;
  readonly scheme: readonly Part[];
  readonly authority: readonly Part[];
  readonly path: readonly Part[];
}

/** Cuts a template where a URL has its parts; undefined where a path is all that there is. */
export function partsOf(
  template: string,
  variables: Readonly<Record<string, ServerVariable>>,
): Parts | undefined {
  const found: ServerVariable[] = [];
  // No address has a NUL: it stands for the next variable. Braces that name none are text.
  const masked = template.replace(/\{([^{}]+)\}/g, (braces, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!variable) return braces;
    found.push(variable);
    return "\0";
  });
  const unmasked = (text: string): Part[] =>
    text
      .split("\0")
      .flatMap((piece, index) => [...(index > 0 ? found.splice(0, 1) : []), ...(piece ? [piece] : [])]);
  if (/^\0(?:\/|$)/.test(masked)) {
    const [origin, ...path] = unmasked(masked);
    return { origin: origin as ServerVariable, scheme: [], authority: [], path };
  }
  const [, scheme = "", host = "", rest = ""] = /^([^:/]*):\/\/([^/]+)(.*)$/s.exec(masked) ?? [];
  if (host === "") return undefined;
  const parts = { scheme: unmasked(scheme), authority: unmasked(host), path: unmasked(rest) };
  // `https://api.test{basePath}`, where the value brings the slash.
  for (
    let last = parts.authority.at(-1);
    isPath(last) && parts.authority.length > 1;
    last = parts.authority.at(-1)
  ) {
    parts.path.unshift(last);
    parts.authority.pop();
  }
  return parts;
}

function isPath(part: Part | undefined): part is ServerVariable {
  return typeof part === "object" && /^(?:\/|$)/.test(part.default);
}
