import type { Read } from "../extension.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { valueAt, withValueAt } from "../pointer.ts";
import type { Answer } from "./answer.ts";
import { bytesOf, textOfBytes } from "./text.ts";
import type { FailRule } from "./types.ts";

type Said = NonNullable<Read<"operation">["bulk"]>;

/** A row that fails, and why. */
interface Failed {
  readonly row: JsonValue;
  readonly index: number;
  readonly field?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * The documented answer to an operation that takes rows, with the counts of those that were sent, and with the rows that
 * a rule has fail.
 */
export function bulkAnswer(
  bulk: Said,
  sent: JsonValue | undefined,
  answer: Answer,
  fails: FailRule["rows"],
): Answer {
  const list = bulk.rows === undefined ? undefined : valueAt(sent, bulk.rows);
  const shown = jsonOf(answer);
  if (!Array.isArray(list) || !isObject(shown)) return answer;
  const failed = (list as readonly JsonValue[]).flatMap((row, index): Failed[] => {
    const why = fails?.(row, index);
    return why ? [{ row, index, ...why }] : [];
  });
  let body: JsonValue = shown;
  const put = (pointer: string | undefined, value: JsonValue): void => {
    if (pointer !== undefined && valueAt(body, pointer) !== undefined)
      body = withValueAt(body, pointer, value);
  };
  put(bulk.received, list.length);
  for (const [index, pointer] of (bulk.accepted ?? []).entries()) {
    put(pointer, index === 0 ? list.length - failed.length : 0);
  }
  put(bulk.failed, failed.length);
  put(
    bulk.errors?.at,
    failed.map((one) => entryOf(bulk, one)),
  );
  return { ...answer, body: bytesOf(JSON.stringify(body)) };
}

/** A row that failed, as the document's errors name it. */
function entryOf({ key, errors }: Said, { row, index, field, code, message }: Failed): JsonValue {
  const name = key === undefined ? undefined : valueAt(row, key);
  const values: readonly (readonly [string | undefined, JsonValue | undefined])[] = [
    [errors?.row, index + (errors?.base ?? 0)],
    [errors?.key, name],
    [errors?.field, field],
    [errors?.code, code],
    [errors?.message, message ?? "This row was told to fail."],
  ];
  return values.reduce<JsonObject>(
    (entry, [pointer, value]) =>
      pointer === undefined || value === undefined
        ? entry
        : within(entry, pointer.split("/").slice(1), value),
    {},
  );
}

/** A copy in which the steps lead to the value. */
function within(object: JsonObject, [step = "", ...rest]: readonly string[], value: JsonValue): JsonObject {
  const inner = object[step];
  return {
    ...object,
    [step]: rest.length === 0 ? value : within(isObject(inner) ? inner : {}, rest, value),
  };
}

function jsonOf({ body }: Answer): JsonValue | undefined {
  try {
    return JSON.parse(textOfBytes(body)) as JsonValue;
  } catch {
    return undefined;
  }
}
