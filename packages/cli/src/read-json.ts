import { isObject } from "@trunkline/document";
import { CommandFailure } from "./failure.ts";
import { printableLine } from "./printable.ts";
import { readTextIfThere } from "./read-text.ts";

/**
 * What a JSON file holds, which has to be an object.
 *
 * @param place - how messages call the file
 * @returns `undefined` when there is no such file
 * @throws CommandFailure when it is something else
 */
export async function readJsonObject(
  path: string,
  place: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readTextIfThere(path);
  return text === undefined ? undefined : parseJsonObject(text, place);
}

/** @throws CommandFailure when a text is not JSON, or not an object */
export function parseJsonObject(text: string, place: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    // Some editors write a byte-order mark.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new CommandFailure(`${place} is not JSON: ${printableLine((error as Error).message)}`, {
      cause: error,
    });
  }
  if (isObject(value)) return value;
  throw new CommandFailure(`${place} has to be a JSON object.`);
}
