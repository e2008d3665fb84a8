import { isObject, type JsonObject } from "@trunkline/document";
import { readRegularText } from "./read/regular-file.ts";

/**
 * Text of a file; `undefined` when there is none. What is thrown else names the file.
 *
 * @throws NotAFile for a folder, a pipe and the like
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readRegularText(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * What a JSON file holds; `undefined` when there is none.
 *
 * @param wayOut - what to do when it holds something else than an object
 */
export async function readJsonIfThere(path: string, wayOut: string): Promise<JsonObject | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON. ${wayOut}`, { cause: error });
  }
  if (isObject(value)) return value;
  throw new Error(`${path} has to be a JSON object. ${wayOut}`);
}
