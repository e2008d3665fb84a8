import { isArray, isObject, type JsonValue } from "@trunkline/document";
import type { Diagnostic } from "../../diagnostics.ts";
import type { Position } from "../positions.ts";
import { Editable } from "./editable.ts";
import { findPaths, type Path } from "./find-paths.ts";
import { type Action, type OverlayFile, readActions } from "./read-actions.ts";

/**
 * Applies an overlay (OpenAPI Overlay 1.0 or 1.1) to a document that is not bundled yet: what its paths name is what
 * is written in the document's file.
 *
 * @returns the changed document; faults are reported, a target that matches nothing among them
 */
export function applyOverlay(document: JsonValue, file: OverlayFile): JsonValue {
  const editable = new Editable(document, file.positions);
  const { actions, minor } = readActions(file);
  for (const action of actions) apply(editable, action, minor, file);
  return editable.done();
}

function apply(editable: Editable, action: Action, minor: number, file: OverlayFile): void {
  const { target, targetAt, change } = action;
  const paths = find(editable, target, targetAt, file);
  if (paths === undefined) return;
  if (change.kind === "remove") {
    // From the end, so that the places of what is still to go stay.
    for (const path of [...paths].reverse()) {
      if (path.length === 0) {
        file.faults.error(targetAt, "overlay-target", "the whole document cannot be removed");
      } else if (editable.get(path) !== undefined) editable.remove(path);
    }
    return;
  }
  if (change.kind === "update") {
    for (const path of paths) update(editable, path, change.value, { action, at: change.at, minor, file });
    return;
  }
  const from = sourceOf(editable, change.from, change.at, file);
  const source = from && structuredClone(editable.get(from));
  if (from === undefined || source === undefined) return;
  // What is copied was written where it comes from: a copy of what the document says is not a word of the overlay's.
  const at = editable.place(from);
  for (const path of paths) update(editable, path, source, { action, at, minor, file });
}

interface Update {
  readonly action: Action;
  readonly at: Position;
  readonly minor: number;
  readonly file: OverlayFile;
}

function update(editable: Editable, path: Path, value: JsonValue, context: Update): void {
  const { action, at, minor, file } = context;
  const before = editable.get(path);
  if (before === undefined) return;
  if (isArray(before)) {
    // A list in an update of 1.0 is one item; 1.1 joins lists.
    if (isArray(value) && minor > 0) for (const item of value) editable.append(path, item, at);
    else editable.append(path, value, at);
  } else if (isObject(before) && isObject(value)) {
    merge(editable, path, value, file, at);
  } else if (!isObject(before) && minor > 0) {
    editable.set(path, value, at);
  } else {
    const what = isObject(before) ? "an object, and the update is not one" : "neither an object nor a list";
    const hint = isObject(before) ? undefined : "name the object that holds it, or use overlay 1.1.0";
    file.faults.error(action.targetAt, "overlay-target", `${action.target} is ${what}`, hint);
  }
}

/** Objects are merged, lists joined, everything else is replaced. */
function merge(editable: Editable, path: Path, value: JsonValue, file: OverlayFile, at: Position): void {
  for (const [key, next] of Object.entries(isObject(value) ? value : {})) {
    const place = file.positions.child(value as object, key) ?? at;
    const before = editable.get([...path, key]);
    if (isObject(before) && isObject(next)) merge(editable, [...path, key], next, file, place);
    else if (isArray(before) && isArray(next)) {
      for (const item of next) editable.append([...path, key], item, place);
    } else if (before === undefined || isContainer(before) === isContainer(next)) {
      editable.set([...path, key], next, place);
    } else {
      const message = `the update of ${JSON.stringify(key)} is of another kind than what is there`;
      file.faults.error(
        place,
        "overlay-target",
        message,
        "remove the old value first, in an action of its own",
      );
    }
  }
}

function isContainer(value: JsonValue): boolean {
  return isObject(value) || isArray(value);
}

function sourceOf(editable: Editable, from: string, at: Position, file: OverlayFile): Path | undefined {
  const paths = find(editable, from, at, file);
  const [only, ...others] = paths ?? [];
  if (others.length > 0)
    file.faults.error(at, "overlay-target", `${from} names ${others.length + 1} values; one can be copied`);
  return others.length > 0 ? undefined : only;
}

/** Paths of what is named, which is reported where it is nothing. */
function find(
  editable: Editable,
  text: string,
  at: Position,
  file: OverlayFile,
): readonly Path[] | undefined {
  const found = findPaths(editable.root, text, at, file);
  if (found === undefined || found.length > 0) return found;
  const hint = "has the document changed? mend the path, or take the action out";
  file.faults.error(at, "overlay-no-match", `${text}${NOTHING}`, hint);
  return undefined;
}

const NOTHING = " matches nothing in the document";

/** The JSONPath of an overlay that matched nothing, if a diagnostic is about that. */
export function unmatchedTarget({ code, message }: Diagnostic): string | undefined {
  return code === "overlay-no-match" ? message.slice(0, -NOTHING.length) : undefined;
}
