import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";

/** A document that meets the house rules. */
export const document: string = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Acme API, version: "1" }
x-trunkline:
  version: 1
  client:
    name: Acme
servers:
  - url: https://api.acme.example/v1
    description: The only one.
security:
  - Key: []
tags:
  - name: things
    description: Things.
paths:
  /things/{id}:
    get:
      operationId: things.get
      tags: [things]
      summary: Get a thing
      description: Gets one thing.
      parameters:
        - name: id
          in: path
          required: true
          description: Id of the thing.
          schema: { type: string }
          example: t1
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Thing" }
              examples:
                default:
                  value: { id: t1 }
components:
  securitySchemes:
    Key:
      type: apiKey
      in: header
      name: X-Key
      description: A key.
      x-trunkline: { option: apiKey, env: ACME_API_KEY }
  schemas:
    Thing:
      type: object
      description: A thing.
      required: [id]
      properties:
        id: { type: string, description: Its id. }
`;

/** A workspace in a temporary folder, which is the working directory of the commands while it is open. */
export interface TestWorkspace {
  readonly root: string;
  put(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  remove(path: string): Promise<void>;
  /** What was printed since the start or the last {@link clear}. */
  output(): string;
  clear(): void;
  close(): Promise<void>;
}

/**
 * Opens a workspace with one vendor, `acme`, and with what else is given. No other has had its path: packages that were imported
 * from there would be found again.
 */
export async function openTestWorkspace(
  files: Readonly<Record<string, string>> = {},
): Promise<TestWorkspace> {
  const root = await mkdtemp(join(await realpath(tmpdir()), "trunkline-cli-"));
  let printed = "";
  const write = (chunk: unknown): boolean => {
    printed += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(write);
  vi.spyOn(process.stderr, "write").mockImplementation(write);
  vi.spyOn(process, "cwd").mockReturnValue(root);
  const workspace: TestWorkspace = {
    root,
    async put(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    },
    read: (path) => readFile(join(root, path), "utf8"),
    remove: (path) => rm(join(root, path), { recursive: true }),
    output: () => printed,
    clear() {
      printed = "";
    },
    async close() {
      vi.restoreAllMocks();
      await rm(root, { recursive: true, force: true });
    },
  };
  const given = {
    "package.json": '{"trunkline":{"scope":"@acme","strict":true}}',
    "specs/acme/openapi.yaml": document,
    ...files,
  };
  for (const [path, text] of Object.entries(given)) await workspace.put(path, text);
  await mkdir(join(root, "packages"), { recursive: true });
  return workspace;
}

/** Texts of all files below some folders, by their paths. */
export async function readFiles(root: string, folders: readonly string[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      files[path.slice(root.length + 1)] = await readFile(path, "utf8");
    }
  }
  return files;
}
