import type { ErrorShape } from "../definition.ts";
import { first, firstText } from "../pointer.ts";
import { isRecord } from "../values/plain.ts";
import { bare, type Issue, issuesOf } from "./issues.ts";

/** Most characters of what a message tells of a body. */
const MOST = 300;

/** Members that say what is wrong, the best one first; letters alone, in lower case. */
const HEADLINES = [
  "message",
  "errordescription",
  "detail",
  "title",
  "error",
  "errors",
  "description",
  "msg",
  "reason",
];
/** Members in which what was sent may come back. */
const INPUT = /^(?:input|value|rejected_?value|received|actual|given)$/i;

/** The sentence in which a body says what is wrong, where it has one. */
export function reasonOf(body: unknown, shape: ErrorShape = {}): string | undefined {
  const reason = firstText(body, shape.message) ?? headlineOf(body);
  return reason && short(reason);
}

/**
 * What the body of an error says, in a line for a person: what is wrong, and the first of the fields that are. What the
 * caller sent, which many frameworks repeat, is not part of it. `undefined` where nothing is in it.
 */
export function tellBody(body: unknown, shape: ErrorShape = {}): string | undefined {
  const headline = reasonOf(body, shape);
  const details = first(body, shape.details, (value) => value !== undefined);
  const pinned = rowsOf(body, shape.rows);
  const issues =
    pinned.length > 0 ? pinned : issuesOf(details === undefined ? body : { details, ...Object(body) });
  const [issue] = issues;
  if (headline === undefined && issue === undefined) return excerptOf(body);
  if (issue === undefined || headline?.includes(issue.message)) return headline;
  const rest = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  const lead = headline === undefined ? "" : `${headline}${/[.:!?]$/.test(headline) ? "" : "."} `;
  return `${lead}${short(told(issue))}${rest}`;
}

/** What the rows say that a vendor has its own way to write. */
function rowsOf(body: unknown, rows: ErrorShape["rows"]): readonly Issue[] {
  const list = rows && first(body, rows.at, Array.isArray);
  if (!rows || !Array.isArray(list)) return [];
  return list.flatMap((row): readonly Issue[] => {
    const message = firstText(row, rows.message);
    const field = first(row, rows.field, (value) => /^(?:string|number)$/.test(typeof value));
    return message === undefined ? [] : [{ field: String(field ?? ""), message: message.trim() }];
  });
}

function told({ field, message }: Issue): string {
  return field === "" ? message : `${field}: ${message}`;
}

function headlineOf(body: unknown, depth = 0): string | undefined {
  if (!isRecord(body) || depth > 3) return undefined;
  const members = Object.entries(body);
  for (const wanted of HEADLINES) {
    for (const [name, value] of members) {
      if (bare(name) !== wanted) continue;
      if (typeof value === "string" && value.trim() !== "") return value;
      // OData has the text of its message beside the language.
      const inner =
        wanted === "message" && isRecord(value)
          ? value.value
          : wanted === "error" || wanted === "detail"
            ? headlineOf(value, depth + 1)
            : undefined;
      if (typeof inner === "string") return inner;
    }
  }
  return undefined;
}

/** A vendor whose errors are of no known shape still says something. */
function excerptOf(body: unknown): string | undefined {
  let text: string | undefined = "";
  try {
    // JSON has no bigint of its own.
    const withoutInput = (name: string, value: unknown): unknown =>
      INPUT.test(name) ? undefined : typeof value === "bigint" ? String(value) : value;
    text = typeof body === "string" ? body.trim() : JSON.stringify(body, withoutInput);
  } catch {
    // Nested deeper than the engine writes.
  }
  return text && !/^(?:null|\{\}|\[\])$/.test(text) ? short(text, 200) : undefined;
}

function short(text: string, most = MOST): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
