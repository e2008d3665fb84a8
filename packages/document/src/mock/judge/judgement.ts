import type { JsonValue } from "../../json.ts";
import type { RecordedBody, Violation } from "../types.ts";

/** What is asked of a judge: a request that an operation was found for, and which answer is wanted. */
export interface Question {
  readonly route: string;
  /** Values of the path's parameters in the order of the template, percent-encoded. */
  readonly values: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JudgedBody | undefined;
  readonly status: number | undefined;
  readonly example: string | undefined;
  /** Of the answer; `undefined`: the one that the request accepts. */
  readonly mediaType?: string | undefined;
  readonly dynamic: boolean;
}

/** A body without its bytes. */
export interface JudgedBody extends Pick<RecordedBody, "type" | "fields"> {
  readonly length: number;
  readonly json: JsonValue | undefined;
  /** Empty where `json` says it all. */
  readonly text: string;
  readonly parts: readonly JudgedPart[] | undefined;
}

export interface JudgedPart {
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** An answer of the document's, and what is wrong with the request or with it. */
export interface Judgement {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Found by Prism. */
  readonly violations: readonly Violation[];
  /** What Prism lets pass. */
  readonly strict: readonly Violation[];
}

export function judgedBody(body: RecordedBody): JudgedBody {
  const { type, fields, json, bytes, text, parts } = body;
  return {
    type,
    fields,
    json,
    length: bytes.length,
    text: json === undefined ? text : "",
    parts: parts?.map((part) => ({ name: part.name, type: part.type, text: part.text })),
  };
}
