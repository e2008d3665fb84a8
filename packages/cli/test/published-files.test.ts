import { expect, it } from "vitest";
import { publishedFiles } from "../src/add/published-files.ts";

it.each<[what: string, keys: readonly string[], want: readonly string[]]>([
  ["files of a folder", ["openapi.yaml", "schemas/a.yaml"], ["openapi.yaml", "schemas/a.yaml"]],
  [
    "addresses, below the folder that they share",
    ["https://a.test/v1/openapi.yaml", "https://a.test/common/b.yaml?token=x"],
    ["v1/openapi.yaml", "common/b.yaml"],
  ],
  ["one address", ["https://a.test/v1/openapi.yaml"], ["openapi.yaml"]],
  [
    "names that differ in case alone",
    ["a.yaml", "s/B.yaml", "s/b.yaml"],
    ["a.yaml", "s/B.yaml", "s/b.yaml.2"],
  ],
  [
    "letters that some systems refuse",
    ["https://a.test/a:b*.yaml", "https://a.test/c"],
    ["a%3Ab%2A.yaml", "c"],
  ],
  ["what would lead out", ["a.yaml", "../../b.yaml", "x/./c"], ["a.yaml", "%2E%2E/%2E%2E/b.yaml", "x/%2E/c"]],
])("gives paths to %s", (_what, keys, want) => {
  const files = keys.map((key, index) => ({ key, bytes: Uint8Array.of(index) }));
  expect([...publishedFiles(files)]).toEqual(want.map((path, index) => [path, Uint8Array.of(index)]));
});
