import ts from "typescript";
import { type Parts, partsOf } from "./parts.ts";

/** What DESIGN says that our types do otherwise, and where openapi-typescript says less than the document. */
export type Explained =
  | "open enum"
  | "read-only left out of requests"
  | "write-only left out of answers"
  | "optional in spite of a default"
  | "optional in spite of a discriminator"
  | "tag of every union, not of the last one"
  | "file in place of text"
  | "date beside text"
  | "exact integer of 64 bits"
  | "empty object is open"
  | "further members beside named ones are unknown"
  | "list that names no type"
  | "fields that alternatives only require"
  | "further members whose names are listed"
  | "parent with a discriminator is the union of what is made of it";

export interface Findings {
  readonly explained: Map<Explained, number>;
  readonly unexplained: string[];
}

export interface Facts {
  /** The types that are made of one parent, for each such parent. */
  readonly families: readonly ReadonlySet<ts.Type>[];
  /** Names of properties that some schema marks so. */
  readonly readOnly: ReadonlySet<string>;
  readonly writeOnly: ReadonlySet<string>;
  readonly defaults: ReadonlySet<string>;
  /** Names of properties that tell variants apart. */
  readonly tags: ReadonlySet<string>;
}

/** Holds two types against each other, member by member, through recursion. */
export class Comparison {
  readonly #checker: ts.TypeChecker;
  readonly #facts: Facts;
  readonly #direction: "output" | "input";
  readonly #seen = new Set<string>();
  readonly #signatures = new Map<ts.Type, readonly [string, string]>();
  readonly findings: Findings = { explained: new Map(), unexplained: [] };

  constructor(checker: ts.TypeChecker, facts: Facts, direction: "output" | "input") {
    this.#checker = checker;
    this.#facts = facts;
    this.#direction = direction;
  }

  /** @param ours - compared with `theirs` under the assumption that pairs that were met before are alike */
  compare(ours: ts.Type, theirs: ts.Type, path: string): void {
    if (ours === theirs) return;
    const [a, b] = [partsOf(this.#checker, ours), partsOf(this.#checker, theirs)];
    if (a.isFile && b.plain.has("string")) {
      this.#explain("file in place of text");
      return;
    }
    const isList = a.objects.length === 1 && a.objects.every((one) => this.#checker.isArrayType(one));
    if (isList && a.plain.size === 0 && b.plain.has("unknown")) {
      this.#explain("list that names no type");
      return;
    }
    // Where alternatives say no more than which fields are required, theirs is `unknown`.
    if (a.objects.length === 1 && a.plain.size === 0 && b.plain.has("unknown")) {
      this.#explain("fields that alternatives only require");
      return;
    }
    this.#compareNames(a, b, path);
    this.#compareObjects(this.#withoutDate(a, b), b, path);
  }

  /** Requests take a `Date` for a text that is one. */
  #withoutDate(a: Parts, b: Parts): Parts {
    const objects = a.objects.filter((one) => one.symbol?.name !== "Date");
    const isTaken = this.#direction === "input" && b.plain.has("string") && objects.length < a.objects.length;
    if (!isTaken) return a;
    this.#explain("date beside text");
    return { ...a, objects };
  }

  #compareNames(a: Parts, b: Parts, path: string): void {
    if (a.open.size > 0) this.#explain("open enum");
    // A plain `string` beside literals swallows them; ours keeps them for completion.
    const isSwallowed = [...a.open].every((one) => b.plain.has(one)) && a.open.size > 0;
    const plain = new Set([...a.plain, ...(isSwallowed ? a.open : [])]);
    if (b.plain.has("number") && plain.delete("bigint")) {
      plain.add("number");
      this.#explain("exact integer of 64 bits");
    }
    if (!isSame(plain, b.plain)) this.#refuse(path, `${list(plain)} against ${list(b.plain)}`);
    const isTag = this.#facts.tags.has(path.split(".").at(-1) ?? "");
    if (isTag && a.literals.size > b.literals.size && [...b.literals].every((one) => a.literals.has(one)))
      this.#explain("tag of every union, not of the last one");
    else if (!isSwallowed && !isSame(a.literals, b.literals))
      this.#refuse(path, `literals ${list(a.literals)} against ${list(b.literals)}`);
  }

  #compareObjects(a: Parts, b: Parts, path: string): void {
    const [one, other] = [a.objects, b.objects];
    const family = this.#facts.families.find(
      (members) => members.size === one.length && one.every((type) => members.has(type)),
    );
    if (family !== undefined && other.length === 1) {
      this.#explain("parent with a discriminator is the union of what is made of it");
      return;
    }
    if (one.length === 1 && other.length === 1) {
      this.#compareOnce(one[0] as ts.Type, other[0] as ts.Type, path);
      return;
    }
    const left = new Set(other);
    for (const type of one) {
      const match = this.#counterpart(type, [...left]) ?? this.#counterpart(type, other);
      if (match === undefined) this.#refuse(path, `no counterpart of ${this.#print(type)}`);
      else {
        left.delete(match);
        this.#compareOnce(type, match, path);
      }
    }
    for (const type of left)
      if (this.#counterpart(type, one) === undefined) this.#refuse(path, `${this.#print(type)} is missing`);
  }

  /** Of several, the one that shows the same: tags first, then names of members. */
  #counterpart(type: ts.Type, candidates: readonly ts.Type[]): ts.Type | undefined {
    const [tags, names] = this.#signature(type);
    const alike = candidates.filter((candidate) => this.#signature(candidate)[0] === tags);
    return (
      alike.find((candidate) => this.#signature(candidate)[1] === names) ??
      (tags === "" ? undefined : alike[0])
    );
  }

  #signature(type: ts.Type): readonly [tags: string, names: string] {
    const known = this.#signatures.get(type);
    if (known !== undefined) return known;
    const checker = this.#checker;
    const list = checker.isArrayType(type) || checker.isTupleType(type);
    const properties = list ? [] : checker.getPropertiesOfType(type);
    const tags = properties.flatMap((property) => {
      const parts = partsOf(checker, checker.getTypeOfSymbol(property));
      const isTag =
        parts.literals.size === 1 && parts.plain.size + parts.open.size + parts.objects.length === 0;
      return isTag ? [`${property.name}=${[...parts.literals].join()}`] : [];
    });
    const hidden = this.#direction === "input" ? this.#facts.readOnly : this.#facts.writeOnly;
    const names = properties.map(({ name }) => name).filter((name) => !hidden.has(name));
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String) === undefined ? "" : "[string]";
    const inner = list ? `[]${checker.isTupleType(type)}` : "";
    const signature = [tags.sort().join(), `${names.sort().join()}${index}${inner}`] as const;
    this.#signatures.set(type, signature);
    return signature;
  }

  #compareOnce(ours: ts.Type, theirs: ts.Type, path: string): void {
    const key = `${idOf(ours)} ${idOf(theirs)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#compareMembers(ours, theirs, path);
  }

  #compareMembers(ours: ts.Type, theirs: ts.Type, path: string): void {
    const checker = this.#checker;
    const isList = (type: ts.Type): boolean => checker.isArrayType(type) || checker.isTupleType(type);
    if (isList(ours) || isList(theirs)) {
      if (!isList(ours) || !isList(theirs)) {
        this.#refuse(path, `${this.#print(ours)} against ${this.#print(theirs)}`);
        return;
      }
      const [a, b] = [ours, theirs].map((type) => checker.getTypeArguments(type as ts.TypeReference));
      if (a?.length !== b?.length) {
        this.#refuse(path, `${this.#print(ours)} against ${this.#print(theirs)}`);
        return;
      }
      a?.forEach((type, index) => {
        this.compare(
          type,
          (b as ts.Type[])[index] as ts.Type,
          `${path}[${checker.isTupleType(ours) ? index : ""}]`,
        );
      });
      return;
    }
    if (this.#isListed(ours, theirs)) return;
    this.#compareIndex(ours, theirs, path);
    const names = new Set(
      [...checker.getPropertiesOfType(ours), ...checker.getPropertiesOfType(theirs)].map((one) => one.name),
    );
    for (const name of names) this.#compareProperty(ours, theirs, name, `${path}.${name}`);
  }

  /** `propertyNames`, which theirs passes over: optional fields in place of any. */
  #isListed(ours: ts.Type, theirs: ts.Type): boolean {
    const checker = this.#checker;
    const isMap =
      checker.getIndexTypeOfType(theirs, ts.IndexKind.String) !== undefined &&
      checker.getPropertiesOfType(theirs).length === 0;
    const isOurs =
      checker.getIndexTypeOfType(ours, ts.IndexKind.String) === undefined &&
      checker.getPropertiesOfType(ours).length > 0;
    if (isMap && isOurs) this.#explain("further members whose names are listed");
    return isMap && isOurs;
  }

  #compareIndex(ours: ts.Type, theirs: ts.Type, path: string): void {
    const [a, b] = [ours, theirs].map((type) => this.#checker.getIndexTypeOfType(type, ts.IndexKind.String));
    const isNamed = this.#checker.getPropertiesOfType(ours).length > 0;
    if (b !== undefined && b.flags & ts.TypeFlags.Never) this.#explain("empty object is open");
    else if (a !== undefined && b !== undefined) {
      if (isNamed && a.flags & ts.TypeFlags.Unknown)
        this.#explain("further members beside named ones are unknown");
      else this.compare(a, b, `${path}[string]`);
    } else if (b !== undefined) this.#refuse(path, `further members are missing: ${this.#print(b)}`);
    else if (a !== undefined) this.#refuse(path, "further members are ours alone");
  }

  #compareProperty(ours: ts.Type, theirs: ts.Type, name: string, path: string): void {
    const checker = this.#checker;
    const [a, b] = [checker.getPropertyOfType(ours, name), checker.getPropertyOfType(theirs, name)];
    const plainName = ts.unescapeLeadingUnderscores(name as ts.__String);
    if (a === undefined) {
      if (this.#direction === "output" && this.#facts.writeOnly.has(plainName))
        this.#explain("write-only left out of answers");
      else if (this.#direction === "input" && this.#facts.readOnly.has(plainName))
        this.#explain("read-only left out of requests");
      else this.#refuse(path, "is missing");
      return;
    }
    if (b === undefined) {
      this.#refuse(path, "is ours alone");
      return;
    }
    const [isOptional, isTheirs] = [a, b].map((one) => (one.flags & ts.SymbolFlags.Optional) !== 0);
    if (isOptional !== isTheirs) {
      if (isOptional && this.#facts.defaults.has(plainName)) this.#explain("optional in spite of a default");
      else if (isOptional && this.#facts.tags.has(plainName))
        this.#explain("optional in spite of a discriminator");
      else this.#refuse(path, isOptional ? "is optional" : "is required");
    }
    this.compare(checker.getTypeOfSymbol(a), checker.getTypeOfSymbol(b), path);
  }

  #print(type: ts.Type): string {
    return this.#checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation).slice(0, 160);
  }

  #explain(kind: Explained): void {
    this.findings.explained.set(kind, (this.findings.explained.get(kind) ?? 0) + 1);
  }

  #refuse(path: string, what: string): void {
    this.findings.unexplained.push(`${path}: ${what}`);
  }
}

function idOf(type: ts.Type): number {
  return (type as unknown as { readonly id: number }).id;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

function list(names: ReadonlySet<string>): string {
  return names.size === 0 ? "nothing" : [...names].slice(0, 8).join(" | ");
}
