import { UsageError } from "../errors/usage-error.ts";
import { serializeQuery } from "../parameters/address.ts";
import { queryParameter } from "../parameters/query.ts";
import { describeValue, isRecord, toPlain } from "../values/plain.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes a query, with or without its `?`, as openapi-fetch has it. */
export type QuerySerializer = (values: Record<string, unknown>) => string;

/**
 * Without the document's styles: objects as `deepObject`, which is openapi-fetch's way, all else as `form`, exploded.
 * A list without elements is left out.
 */
export function writeRawQuery(values: Values): string {
  const sent = Object.entries(values).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const objects = sent.flatMap(([name, value]) => (isRecord(toPlain(value, name)) ? [name] : []));
  return serializeQuery(
    Object.fromEntries(sent),
    objects.map((name) => queryParameter({ name, style: "deepObject" })),
  );
}

/** What a serializer that knows only literals has to be given: dates and the like as the text that they are. */
export function plainValues(values: Values): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const name of Object.keys(values)) {
    const where = `Query parameter "${name}"`;
    const value = toPlain(values[name], where);
    plain[name] = Array.isArray(value) ? value.map((part) => toPlain(part, where)) : value;
  }
  return plain;
}

/** A query serializer of the caller's, given what the client sends with every request too. @throws {UsageError} */
export function guardQuery(write: QuerySerializer, always: Values | undefined): QuerySerializer {
  return (values) => {
    const written: unknown = write({ ...always, ...values });
    if (typeof written === "string" && !written.includes("#")) return written;
    throw new UsageError(
      typeof written === "string"
        ? "querySerializer wrote a #, which ends the query: encode it as %23."
        : `querySerializer returned ${describeValue(written)}; a string is expected.`,
    );
  };
}
