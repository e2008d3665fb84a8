import { fileURLToPath } from "node:url";
import { folderOf, makeClient, makeFixture, readFixture } from "./packages.ts";

const NAME = "every-feature";

/** The document in which no feature is left out. */
export const SPEC: string = fileURLToPath(new URL(`../fixtures/${NAME}/openapi.yaml`, import.meta.url));

/** Its package: made anew for every run. */
export const FOLDER: string = folderOf(NAME);

/**
 * Generates the package of the document, and builds it.
 *
 * @param copy test files run at the same time: each has a folder of its own, `FOLDER-copy`. Without it the names lock
 * beside the document is renewed
 */
export async function makePackage(copy?: string): Promise<void> {
  // The document stands in no folder of that name.
  const env = {
    apiKey: "EVERYTHING_API_KEY",
    accessToken: "EVERYTHING_ACCESS_TOKEN",
    exchangeKey: "EVERYTHING_EXCHANGE_KEY",
  };
  const options = { packageName: `@trunkline/${NAME}`, house: true, env };
  if (copy === undefined) await makeFixture(NAME, options);
  else {
    const { document, lock } = await readFixture(NAME);
    await makeClient(`${NAME}-${copy}`, document, { ...options, lock });
  }
}
