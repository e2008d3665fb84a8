import type { NamedWindow } from "@trunkline/runtime/quota";

export function keyOf({ name, limit, per }: NamedWindow): string {
  return `${name}:${limit}/${per}`;
}

/** Gate and lines are of those who ask for the same windows: with one for all, each account would wait behind the others. */
export function keysOf(windows: readonly NamedWindow[]): string[] {
  const [first] = windows;
  const line = first ? keyOf(first) : "";
  return [`${line}:gate`, `${line}:waiting`, `${line}:back`, ...windows.map(keyOf)];
}

export function limitsOf(windows: readonly NamedWindow[]): string[] {
  return windows.flatMap(({ limit, per }) => [String(limit), String(per)]);
}
