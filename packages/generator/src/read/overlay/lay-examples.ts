import { isObject, type JsonValue } from "@trunkline/document";
import { Editable } from "./editable.ts";
import { findPaths } from "./find-paths.ts";
import { type Action, type OverlayFile, readActions } from "./read-actions.ts";

const keys: readonly string[] = ["example", "examples"];

/**
 * Gives a document the examples of an overlay that a program wrote, where it has none. What the overlay says of a place that is
 * gone, or that got an example since, counts for nothing: the next `update` makes the overlay anew.
 *
 * @returns the changed document; an action that does anything else is reported, for it would be lost with the next `update`
 */
export function layExamples(document: JsonValue, file: OverlayFile): JsonValue {
  const editable = new Editable(document, file.positions);
  for (const action of readActions(file).actions) lay(editable, action, file);
  return editable.done();
}

function lay(editable: Editable, { target, targetAt, change }: Action, file: OverlayFile): void {
  const value = change.kind === "update" ? change.value : undefined;
  if (!isObject(value) || !Object.keys(value).every((key) => keys.includes(key))) {
    const message = `the action on ${target} does more than to add examples`;
    file.faults.error(targetAt, "overlay-format", message, "put it into overlay.yaml");
    return;
  }
  for (const path of findPaths(editable.root, target, targetAt, file) ?? []) {
    const holder = editable.get(path);
    if (!isObject(holder) || keys.some((key) => holder[key] !== undefined)) continue;
    for (const [key, example] of Object.entries(value)) {
      editable.set([...path, key], example, file.positions.child(value, key) ?? targetAt);
    }
  }
}
