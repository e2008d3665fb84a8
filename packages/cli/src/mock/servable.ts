import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the mock server is to serve, for as long as it does. */
export interface Servable extends AsyncDisposable {
  /** A package's name or folder, or the path of an OpenAPI 3 document. */
  readonly source: string;
}

const leadsToSwagger = /^[ \t]*(?:\{\s*)?["']?swagger["']?\s*:/m;

/**
 * A document of Swagger 2.0 is converted into a file that lasts as long as this; everything else is served as it is.
 *
 * @throws DocumentError when it cannot be read
 */
export async function servable(source: string): Promise<Servable> {
  const text = await textOf(source);
  if (text === undefined || !leadsToSwagger.test(text)) return { source, async [Symbol.asyncDispose]() {} };
  const { readOverlaid } = await import("@trunkline/generator");
  const loaded = await readOverlaid(source);
  const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  const path = join(folder, "openapi.yaml");
  await writeFile(path, loaded.text);
  return { source: path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Text of a document; `undefined` of a package. */
async function textOf(source: string): Promise<string | undefined> {
  // A pipe may never end.
  const isFile = await stat(source).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? readFile(source, "utf8") : undefined;
}
