import { commandLine } from "../command-line.ts";
import { variableOf } from "../fetch/variable.ts";
import { printableLine } from "../printable.ts";
import type { Vendor, Workspace } from "../workspace.ts";
import type { Examples } from "./complete-within-bounds.ts";

/** Places that are named one by one. */
const MOST_PLACES = 5;

/** What generating a package told. */
export interface Found {
  readonly operations: number;
  readonly leftOut: number;
  readonly warnings: number;
  /** Guesses of names, which the lock keeps. */
  readonly names: number;
  /** Other guesses. */
  readonly guesses: number;
}

/** A vendor that was added. */
export interface Made {
  readonly vendor: Vendor;
  /** How many of the rules for hand-written documents the document does not keep. */
  readonly houseFaultCount: number;
  /** What became of the examples that the document lacks. */
  readonly examples: Examples;
  readonly found: Found;
  /** The address had a query, which is written nowhere. */
  readonly hasQuery: boolean;
}

/** What a person should look at after adding a vendor. */
export function lookAt(
  vendor: Vendor,
  { strict }: Workspace,
  { houseFaultCount, examples, hasQuery, found }: Omit<Made, "vendor">,
): string {
  const { name, specFolder } = vendor;
  const told = counted([
    [found.warnings, "warning"],
    [found.guesses, "guess"],
  ]);
  const lines = [
    `${specFolder}/SOURCES.md names where the document came from: complete it as you check its facts.`,
    `${vendor.packageFolder}/README.md is what users will see.`,
    ...(told.length === 0
      ? []
      : [
          `${commandLine(`generate ${name} --force --explain`)} shows ${told.join(" and ")}${found.guesses === 0 ? "" : ", with the lines that settle what was guessed"}.`,
        ]),
    `${commandLine(`list ${name}`)} shows the methods.${found.names === 0 ? "" : ` ${count(found.names, "name")} of them ${found.names === 1 ? "is" : "are"} guessed, and kept in names.lock: rename what you want to before the first release.`}`,
    `What you add or change belongs in ${specFolder}/overlay.yaml: openapi.yaml stays as it was published.`,
    `${commandLine(`update ${name}`)} updates the package when its publisher changes the document.`,
  ];
  if (hasQuery) {
    lines.push(
      `The query of the address was left out of SOURCES.md and source.json, because it may hold a secret. ${commandLine(`update ${name}`)} reads it from ${variableOf("QUERY", name)}. If it is not a secret, add it to "origin" in ${specFolder}/source.json.`,
    );
  }
  lines.push(...exampleLines(examples));
  if (strict && houseFaultCount > 0) {
    lines.push(
      `The document does not keep ${houseFaultCount} of the house rules, so package.json excepts it under trunkline.vendors. Take that line out to see them.`,
    );
  }
  return `\nTo look at:\n${lines.map((line) => `  - ${line}`).join("\n")}`;
}

/** The line that sums up: what was made, left out, guessed and noted. */
export function sumUp({ examples, found }: Omit<Made, "vendor">, untried: number): string {
  const { operations, leftOut, warnings, names, guesses } = found;
  const bare = examples.unmade.length + examples.left;
  return [
    `Made ${count(operations, "operation")} and ${count(examples.made, "example")}`,
    `left out ${leftOut}`,
    names === 0
      ? `guessed ${guesses}`
      : listed(`guessed ${names + guesses}`, [
          [names, "name"],
          [guesses, "other thing"],
        ]),
    listed(`noted ${warnings + bare + untried}`, [
      [warnings, "warning"],
      [bare, "body without example"],
      [untried, "case not tried"],
    ]),
  ].join("; ");
}

type Counted = readonly [number: number, noun: string];

/** Those of which there are some. */
function counted(parts: readonly Counted[]): readonly string[] {
  return parts.flatMap(([number, noun]) => (number === 0 ? [] : [count(number, noun)]));
}

/** With what it is the sum of. */
function listed(sum: string, parts: readonly Counted[]): string {
  const told = counted(parts);
  return told.length === 0 ? sum : `${sum} (${told.join(", ")})`;
}

const plurals: ReadonlyMap<string, string> = new Map([
  ["guess", "guesses"],
  ["body without example", "bodies without example"],
  ["body or parameter", "bodies and parameters"],
  ["case not tried", "cases not tried"],
]);

/** `1 guess`, `2 guesses`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : (plurals.get(noun) ?? `${noun}s`)}`;
}

/** What became of a document's examples, a line each. */
export function exampleLines({ made, left, unmade, refused }: Examples): readonly string[] {
  const lines: string[] = [];
  if (made > 0) {
    lines.push(
      `${count(made, "body or parameter")} had no example. examples.overlay.yaml has one for each, made from its schema. An example that you write in overlay.yaml goes before it.`,
    );
  }
  if (left > 0) {
    lines.push(
      `${left} more ${left === 1 ? "has" : "have"} none: so many examples were made for the others that no more are made.`,
    );
  }
  if (refused !== undefined) {
    lines.push(
      `No examples were made, because to make them takes ${refused}. Allow more with --time-limit and --memory-limit, or write them.`,
    );
  }
  if (unmade.length > 0) {
    const named = unmade.slice(0, MOST_PLACES).map((place) => printableLine(place));
    const more = unmade.length > named.length ? [`and ${unmade.length - named.length} more`] : [];
    const places = [...named, ...more].map((place) => `\n      ${place}`).join("");
    lines.push(
      `No example could be made for ${count(unmade.length, "body or parameter")}, which ${unmade.length === 1 ? "is not tried until you write one" : "are not tried until you write some"} in overlay.yaml:${places}`,
    );
  }
  return lines;
}
