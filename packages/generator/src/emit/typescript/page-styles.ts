import { unreachable } from "@trunkline/document";
import type { PageStyleModel } from "../../model/answer-model.ts";
import { printPointer } from "../../model/document.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import { positionName } from "../../model/page-key.ts";
import { requestPlace } from "../../model/request-place.ts";
import { type Code, code, join, literal, nothing, stringLiteral } from "../text.ts";
import { objectOf } from "./data.ts";
import type { File } from "./file.ts";

/** Key of a page style that several operations have -> name of the constant that holds it. */
export type SharedPages = ReadonlyMap<string, Code>;

/** Bundlers leave out a constant that nobody uses, if the call that makes it is marked as one that does nothing else. */
function pure({ path }: File): Code {
  return path === "pages" ? code`/* @__PURE__ */ ` : nothing;
}

/** The way in which an operation pages. */
export function pageOf(operation: OperationModel, file: File): Code {
  const made = (operation.page?.styles ?? []).map((style) => pageStyle(style, operation, file));
  return made.length === 1
    ? code`${made}`
    : code`${pure(file)}${file.runtime("firstOf")}(${join(made, code`, `)})`;
}

function pageStyle(style: PageStyleModel, operation: OperationModel, file: File): Code {
  const position = positionName(style);
  const field = position === undefined ? nothing : fieldAt(requestPlace(position, operation), file);
  const pointers = (answer: Readonly<Record<string, string | undefined>>) =>
    Object.entries(answer).map(
      ([key, pointer]) => [key, pointer === undefined ? undefined : stringLiteral(pointer)] as const,
    );
  const items = ["items", stringLiteral(style.items)] as const;
  switch (style.style) {
    case "cursor": {
      const { next, more, done } = style;
      const said = objectOf([items, ["cursor", field], ...pointers({ next, more, done })]);
      return code`${pure(file)}${file.runtime("cursorPages")}(${said})`;
    }
    case "page": {
      const { first, more, done, total, pages, pageNumber, pageSize } = style;
      const said = objectOf([
        items,
        ["page", field],
        ["first", first === undefined ? undefined : literal(first)],
        ...pointers({ more, done, total, pages, pageNumber, pageSize }),
      ]);
      return code`${pure(file)}${file.runtime("pageNumberPages")}(${said})`;
    }
    case "offset": {
      const { total, answeredLimit, answeredOffset } = style;
      const said = objectOf([
        items,
        ["offset", field],
        ...pointers({ total, answeredLimit, answeredOffset }),
      ]);
      return code`${pure(file)}${file.runtime("offsetPages")}(${said})`;
    }
    case "link":
      return code`${pure(file)}${file.runtime("linkPages")}(${objectOf([items, ...pointers({ next: style.next })])})`;
    case "lastItem": {
      const { itemId, more, done } = style;
      const said = objectOf([items, ["after", field], ...pointers({ itemId, more, done })]);
      return code`${pure(file)}${file.runtime("lastItemPages")}(${said})`;
    }
    default:
      return unreachable(style);
  }
}

/** A request field as the runtime takes it: a name in `params`, or a place deeper in them. */
export function fieldAt(place: readonly string[], file: File): Code {
  return place.length === 1
    ? stringLiteral(place[0] ?? "")
    : code`${pure(file)}${file.runtime("paramField")}(${stringLiteral(printPointer(place).slice(1))})`;
}
