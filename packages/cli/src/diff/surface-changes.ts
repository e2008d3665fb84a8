import type { Surface, SurfaceMethod } from "@trunkline/generator";
import type { Change } from "./change.ts";
import { missing } from "./missing.ts";
import { typeChanges } from "./type-changes.ts";

/** What changed for somebody who calls the client, from its surface before and after. */
export function surfaceChanges(before: Surface, after: Surface): readonly Change[] {
  return [
    ...clientChanges(before, after),
    ...methodChanges(before, after),
    ...typeChanges(before.types, after.types),
    ...errorChanges(before, after),
  ];
}

function clientChanges(before: Surface, after: Surface): Change[] {
  const changes: Change[] = [];
  if (before.client !== after.client) {
    changes.push({
      impact: "major",
      text: `The class \`${before.client}\` is now called \`${after.client}\`.`,
    });
  }
  for (const [option, variable] of Object.entries(before.options)) {
    const now = after.options[option];
    if (now === undefined) {
      changes.push({ impact: "major", text: `The client's option \`${option}\` is gone.` });
    } else if (now !== variable) {
      const text = `The option \`${option}\` is read from ${now === null ? "no environment variable" : `\`${now}\``}, before from ${variable === null ? "none" : `\`${variable}\``}.`;
      changes.push({ impact: variable === null ? "minor" : "major", text });
    }
  }
  for (const option of added(before.options, after.options)) {
    changes.push({ impact: "minor", text: `New option of the client: \`${option}\`.` });
  }
  const [first] = Object.keys(before.environments);
  const [firstNow] = Object.keys(after.environments);
  if (first !== undefined && firstNow !== undefined && first !== firstNow && first in after.environments) {
    changes.push({
      impact: "major",
      text: `The default environment is \`${firstNow}\` instead of \`${first}\`.`,
    });
  }
  for (const [name, url] of Object.entries(before.environments)) {
    const now = after.environments[name];
    if (now === undefined) changes.push({ impact: "major", text: `The environment \`${name}\` is gone.` });
    else if (now !== url) {
      changes.push({
        impact: "minor",
        text: `The environment \`${name}\` sends to ${now} instead of ${url}.`,
      });
    }
  }
  for (const name of added(before.environments, after.environments)) {
    changes.push({ impact: "minor", text: `New environment: \`${name}\`.` });
  }
  return changes;
}

function methodChanges(before: Surface, after: Surface): Change[] {
  const changes: Change[] = [];
  const moved = new Set<string>();
  const heirs = heirsByRoute(before, after);
  for (const [name, method] of Object.entries(before.methods)) {
    const now = after.methods[name];
    if (now !== undefined) {
      if (now.aliasOf !== undefined && method.aliasOf === undefined) {
        moved.add(now.aliasOf);
        const text = `\`${name}\` is now called \`${now.aliasOf}\`. The old name still works, deprecated, until the next major version.`;
        changes.push({ impact: "minor", text });
      }
      changes.push(...callChanges(name, method, now));
      continue;
    }
    const heir = heirs.get(method.route);
    if (heir !== undefined) moved.add(heir);
    const text =
      heir === undefined
        ? `\`${name}\` is gone.`
        : `\`${name}\` moved to \`${heir}\`, and the old name is gone.`;
    changes.push({ impact: "major", text });
  }
  for (const name of added(before.methods, after.methods)) {
    if (!moved.has(name)) changes.push({ impact: "minor", text: `New method: \`${name}\`.` });
  }
  return changes;
}

/** Route -> the first new method that has it. */
function heirsByRoute(before: Surface, after: Surface): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>();
  for (const [name, { route }] of Object.entries(after.methods)) {
    if (before.methods[name] === undefined && !heirs.has(route)) heirs.set(route, name);
  }
  return heirs;
}

function callChanges(name: string, before: SurfaceMethod, after: SurfaceMethod): Change[] {
  const changes: Change[] = [];
  const say = (impact: Change["impact"], text: string): void => {
    changes.push({ impact, text: `\`${name}\` ${text}` });
  };
  if (
    before.argument?.name !== after.argument?.name ||
    (before.argument === undefined) !== (after.argument === undefined)
  ) {
    if (before.argument && after.argument) {
      say(
        "patch",
        `calls its argument \`${after.argument.name}\` instead of \`${before.argument.name}\`: calls stay as they are.`,
      );
    } else if (after.argument) {
      say("major", `takes \`${after.argument.name}\` as an argument before \`params\`.`);
    } else {
      say(
        "major",
        `no longer takes \`${before.argument?.name}\` as an argument: it stands in \`params\`, or is not needed.`,
      );
    }
  }
  if (before.argument && after.argument) {
    const lost = missing(before.argument.type, after.argument.type);
    if (lost.length > 0) say("major", `no longer takes ${code(lost)} as \`${after.argument.name}\`.`);
  }
  if (before.route !== after.route && !isSameRoute(before.route, after.route)) {
    say("patch", `sends \`${after.route}\` instead of \`${before.route}\`: calls stay as they are.`);
  }
  if (before.params !== undefined && after.params === undefined) say("major", "no longer takes `params`.");
  if (!before.paramsRequired && after.paramsRequired)
    say("major", "cannot be called without `params` any more.");
  if (before.paramsRequired && !after.paramsRequired) say("minor", "can be called without `params`.");
  if ((before.page === undefined) !== (after.page === undefined)) {
    say(
      "major",
      after.page === undefined
        ? "no longer gives a page to walk."
        : "gives a page instead of the whole answer.",
    );
  }
  if (before.returns.join() !== after.returns.join()) {
    const lost = missing(after.returns, before.returns);
    say(lost.length > 0 ? "major" : "minor", `gives ${code(after.returns)}, before ${code(before.returns)}.`);
  }
  if (before.keyed && !after.keyed) say("major", "no longer takes an idempotency key.");
  if (!before.keyed && after.keyed) say("minor", "takes an idempotency key.");
  if (!before.deprecated && after.deprecated && after.aliasOf === undefined) say("minor", "is deprecated.");
  return changes;
}

function errorChanges({ errors: before }: Surface, { errors: after }: Surface): Change[] {
  const changes: Change[] = [];
  for (const [name, statuses] of Object.entries(before)) {
    const now = after[name];
    if (now === undefined) {
      changes.push({ impact: "major", text: `The error class \`${name}\` is gone.` });
      continue;
    }
    const lost = missing(statuses, now);
    if (lost.length > 0) {
      changes.push({ impact: "major", text: `\`${name}\` no longer stands for status ${lost.join(", ")}.` });
    }
    const gained = missing(now, statuses);
    if (gained.length > 0) {
      changes.push({ impact: "minor", text: `\`${name}\` stands for status ${gained.join(", ")} too.` });
    }
  }
  for (const name of added(before, after)) {
    changes.push({ impact: "minor", text: `New error class: \`${name}\`.` });
  }
  return changes;
}

/** Routes that differ in the names of their parameters send the same. */
function isSameRoute(one: string, other: string): boolean {
  const bare = (route: string): string => route.replace(/\{[^{}]*\}/g, "{}");
  return bare(one) === bare(other);
}

function added(before: object, after: object): readonly string[] {
  return Object.keys(after).filter((name) => !Object.hasOwn(before, name));
}

export function code(types: readonly string[]): string {
  return types.map((type) => `\`${type}\``).join(", ");
}
