import ts from "typescript";

/** The members of a type, by what they are. */
export interface Parts {
  /** `string`, `number`, `boolean`, `null`, `unknown` … */
  readonly plain: ReadonlySet<string>;
  /** Literal types as they would be written. */
  readonly literals: ReadonlySet<string>;
  /** `string & {}`: the open end of an enum. */
  readonly open: ReadonlySet<string>;
  readonly objects: readonly ts.Type[];
  /** One of the types that the runtime takes files in. */
  readonly isFile: boolean;
}

export function partsOf(checker: ts.TypeChecker, type: ts.Type): Parts {
  const plain = new Set<string>();
  const literals = new Set<string>();
  const open = new Set<string>();
  const objects: ts.Type[] = [];
  for (const member of type.isUnion() ? type.types : [type]) {
    if (member.isIntersection() && member.types.some((one) => one.flags & ts.TypeFlags.StringLike))
      open.add("string");
    else if (member.isIntersection() && member.types.some((one) => one.flags & ts.TypeFlags.NumberLike))
      open.add("number");
    else if (member.flags & ts.TypeFlags.BooleanLiteral) literals.add(checker.typeToString(member));
    else if (member.isLiteral()) literals.add(JSON.stringify(member.value));
    else if (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) objects.push(member);
    // Whether a member may be left out is told by its property.
    else if (!(member.flags & ts.TypeFlags.Undefined)) plain.add(checker.typeToString(member));
  }
  // `boolean` is a union of its two values.
  if (literals.has("true") && literals.has("false")) {
    literals.delete("true");
    literals.delete("false");
    plain.add("boolean");
  }
  const isFile = objects.some((one) => one.symbol?.name === "NamedUpload");
  return { plain, literals, open, objects, isFile };
}
