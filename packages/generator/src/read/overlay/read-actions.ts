import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Faults } from "../faults.ts";
import { suggest } from "../nearest.ts";
import type { Position, PositionTable } from "../positions.ts";

/** One change, and where its keys were written. */
export interface Action {
  /** JSONPath (RFC 9535). */
  readonly target: string;
  readonly targetAt: Position;
  readonly change:
    | { readonly kind: "remove" }
    | { readonly kind: "update"; readonly value: JsonValue; readonly at: Position }
    /** What stands at another path, from Overlay 1.1 on. */
    | { readonly kind: "copy"; readonly from: string; readonly at: Position };
}

/** The overlay that is read, with what tells its places. */
export interface OverlayFile {
  readonly value: JsonValue;
  readonly start: Position;
  readonly positions: PositionTable;
  readonly faults: Faults;
}

const rootKeys: readonly string[] = ["overlay", "info", "extends", "actions"];

/** The actions of an overlay (OpenAPI Overlay 1.0 or 1.1); faults are reported. */
export function readActions(file: OverlayFile): {
  readonly minor: number;
  readonly actions: readonly Action[];
} {
  const { value, start, positions, faults } = file;
  const none = { minor: 0, actions: [] };
  if (!isObject(value)) {
    faults.error(start, "overlay-format", "an overlay is an object with `overlay` and `actions`");
    return none;
  }
  const place = (key: string): Position => positions.child(value, key) ?? start;
  const version = /^1\.([01])\.\d+$/.exec(typeof value.overlay === "string" ? value.overlay : "");
  if (version === null) {
    const message = `the version of the overlay is ${JSON.stringify(value.overlay ?? null)}`;
    faults.error(place("overlay"), "overlay-version", message, 'this generator reads "1.0.0" and "1.1.0"');
    return none;
  }
  checkKeys(value, rootKeys, file);
  const minor = Number(version[1]);
  if (!isArray(value.actions) || value.actions.length === 0) {
    faults.error(place("actions"), "overlay-format", "the overlay has no actions");
    return none;
  }
  const list = value.actions;
  const actions = list.flatMap((action, index) =>
    readAction(action, positions.child(list, index) ?? start, minor, file),
  );
  return { minor, actions };
}

function readAction(action: JsonValue, at: Position, minor: number, file: OverlayFile): readonly Action[] {
  const { positions, faults } = file;
  if (!isObject(action) || typeof action.target !== "string") {
    faults.error(at, "overlay-format", "an action has a target, which is a JSONPath", 'target: "$.paths"');
    return [];
  }
  const place = (key: string): Position => positions.child(action, key) ?? at;
  const changes = ["update", "remove", ...(minor === 0 ? [] : ["copy"])];
  const isKnown = checkKeys(action, ["target", "description", ...changes], file);
  const head = { target: action.target, targetAt: place("target") };
  if (action.remove === true) return [{ ...head, change: { kind: "remove" } }];
  const { update, copy } = action;
  if (minor > 0 && typeof copy === "string" && update === undefined) {
    return [{ ...head, change: { kind: "copy", from: copy, at: place("copy") } }];
  }
  if (update !== undefined)
    return [{ ...head, change: { kind: "update", value: update, at: place("update") } }];
  if (!isKnown) return [];
  faults.error(
    at,
    "overlay-format",
    `the action on ${action.target} changes nothing`,
    `give it one of: ${changes.join(", ")}`,
  );
  return [];
}

/** @returns whether every key means something */
function checkKeys(
  value: JsonObject,
  keys: readonly string[],
  { positions, faults, start }: OverlayFile,
): boolean {
  let isKnown = true;
  for (const key of Object.keys(value)) {
    if (keys.includes(key) || key.startsWith("x-")) continue;
    isKnown = false;
    const hint = suggest(key, keys, `valid here: ${keys.join(", ")}`);
    faults.error(
      positions.child(value, key) ?? start,
      "overlay-format",
      `${JSON.stringify(key)} means nothing here`,
      hint,
    );
  }
  return isKnown;
}
