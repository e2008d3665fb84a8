/** A value as the page shows it: as one would write it in TypeScript. */
export function inspect(value: unknown): string {
  return typeof value === "string" ? value : written(value, "", new Set());
}

function written(value: unknown, indent: string, above: Set<unknown>): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return `[function ${value.name || "without a name"}]`;
    case "object":
      return value === null ? "null" : writtenObject(value, indent, above);
    default:
      return String(value);
  }
}

function writtenObject(value: object, indent: string, above: Set<unknown>): string {
  if (above.has(value)) return "[circular]";
  if (value instanceof Error) return errorText(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof Response) {
    const type = value.headers.get("content-type");
    return `Response { status: ${value.status}, type: ${JSON.stringify(type)} }`;
  }
  if (value instanceof Uint8Array) return `Uint8Array of ${value.length} bytes`;
  if (value instanceof Promise) return "Promise: await it";
  if (value instanceof Map || value instanceof Set)
    return `${value.constructor.name} ${written([...value], indent, above)}`;
  above.add(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((one) => written(one, inner, above))
    : Object.entries(value).map(([key, one]) => `${keyText(key)}: ${written(one, inner, above)}`);
  above.delete(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return parts.length === 0
    ? open + close
    : `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** What was thrown, in one text; nothing of the page's own stack. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${inspect(error)}`;
  const status = (error as { readonly status?: unknown }).status;
  const shown = typeof status === "number" ? ` (status ${status})` : "";
  return `${error.name}: ${error.message}${error.message.includes(String(status)) ? "" : shown}`;
}
