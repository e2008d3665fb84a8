import { type Document, isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { Path } from "./document-paths.ts";

/** The nodes of a document by their paths. Its own look-up compares with each key of a mapping. */
export class NodeIndex {
  readonly #document: Document;
  readonly #members = new Map<YAMLMap, ReadonlyMap<string, unknown>>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** The mapping at a path; `undefined` where an alias or something else stands. */
  at(path: Path): YAMLMap | undefined {
    let node: unknown = this.#document.contents;
    for (const key of path) {
      if (isMap(node)) node = this.#membersOf(node).get(String(key));
      else node = isSeq(node) ? node.items[Number(key)] : undefined;
    }
    return isMap(node) ? node : undefined;
  }

  #membersOf(map: YAMLMap): ReadonlyMap<string, unknown> {
    const known = this.#members.get(map);
    if (known !== undefined) return known;
    const members = new Map(
      map.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), value] as const),
    );
    this.#members.set(map, members);
    return members;
  }
}
