import type { JsonObject } from "@trunkline/document";
import { fromPattern } from "./pattern-value.ts";

const FORMATS: Readonly<Record<string, (index: number) => string>> = {
  "date-time": (index) => `2026-01-0${(index % 9) + 1}T03:04:05Z`,
  date: (index) => `2026-01-0${(index % 9) + 1}`,
  time: () => "03:04:05Z",
  duration: (index) => `P${index + 1}D`,
  uuid: (index) => `123e4567-e89b-42d3-a456-42661417400${index % 10}`,
  email: (index) => `user${index}@example.com`,
  "idn-email": (index) => `user${index}@example.com`,
  hostname: (index) => `host${index}.example.com`,
  uri: (index) => `https://example.com/${index}`,
  url: (index) => `https://example.com/${index}`,
  "uri-reference": (index) => `/path/${index}`,
  "uri-template": () => "https://example.com/{id}",
  ipv4: (index) => `192.0.2.${(index % 250) + 1}`,
  ipv6: (index) => `2001:db8::${index + 1}`,
  byte: () => "dGV4dA==",
  "json-pointer": () => "/a/0",
  regex: () => "^a+$",
};

/** @param text - what a string without format or pattern is made of */
export function makeString(schema: JsonObject, text: string, index: number): string {
  const made = fitting(schema, text, index);
  const least = typeof schema.minLength === "number" ? schema.minLength : 0;
  const most = typeof schema.maxLength === "number" ? schema.maxLength : Number.POSITIVE_INFINITY;
  return made.padEnd(least, "x").slice(0, Math.max(most, 0));
}

function fitting(schema: JsonObject, text: string, index: number): string {
  const { format, pattern } = schema;
  const byFormat = typeof format === "string" ? FORMATS[format]?.(index) : undefined;
  if (typeof pattern === "string") {
    const most = typeof schema.maxLength === "number" ? schema.maxLength : undefined;
    const least = typeof schema.minLength === "number" ? schema.minLength : 0;
    const plain = index === 0 ? text : `${text}${index}`;
    return fromPattern(pattern, [byFormat, plain, "text", "1"], { least, most }) ?? byFormat ?? plain;
  }
  return byFormat ?? (index === 0 ? text : `${text}${index}`);
}
