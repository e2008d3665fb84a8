import type { Declaration } from "../../model/type-nodes.ts";
import { type Code, code, identifier, join, nothing } from "../text.ts";
import { commentOf } from "./docs.ts";
import type { File } from "./file.ts";
import { members, typeOf } from "./type.ts";

/** An exported interface or type alias. */
export function declarationOf(declaration: Declaration, file: File): Code {
  const { shape, input } = declaration;
  const name = identifier(declaration.name);
  const place = { file, indent: 0, input };
  const docs = commentOf(declaration.docs, place, shape.kind === "alias" ? shape.type : undefined);
  switch (shape.kind) {
    case "alias":
      return code`${docs}export type ${name} = ${typeOf(shape.type, { ...place, inAlias: true })};\n`;
    case "page": {
      const page = file.runtimeType("Page");
      const item = typeOf(shape.item, place);
      return code`${docs}export interface ${name} extends ${page}<${item}> {\n${members(shape.properties, undefined, place)}}\n`;
    }
    case "interface": {
      const { written, properties } = shape;
      const bases = [...shape.extends, ...(written === undefined ? [] : [written.type])].map((base) =>
        typeOf(base, place),
      );
      const heritage = bases.length === 0 ? nothing : code` extends ${join(bases, code`, `)}`;
      const own =
        written === undefined
          ? members(properties, shape.index, place)
          : members(
              properties.filter((property) => !written.names.includes(property.name)),
              undefined,
              place,
            );
      return code`${docs}export interface ${name}${heritage} {\n${own}}\n`;
    }
  }
}
