import type { Model } from "../../model/types.ts";
import { markdownFence } from "../markdown.ts";

/** What integers are that a number would round, where the document says it. */
export function exactIntegers({ int64, webhooks: hooks }: Model): string | undefined {
  if (int64 === undefined) return undefined;
  const isBigint = int64.as === "bigint";
  const given = isBigint
    ? "bigints, as in `9007199254740993n`"
    : 'texts of digits, as in `"9007199254740993"`';
  const taken = isBigint ? "numbers and bigints" : "such texts, numbers and bigints";
  const paragraphs = [
    `What the API calls an integer of 64 bits are ${given}: a number would round them beyond 2^53. Requests take ${taken}; a number beyond 2^53 is refused, since digits of it are lost already.`,
  ];
  if (isBigint) {
    const text =
      'const text = JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one));';
    paragraphs.push(
      `\`JSON.stringify\` refuses bigints; this writes them as texts:\n\n${markdownFence("ts", `declare const value: unknown;\n${text}`)}`,
    );
  }
  const others = ['Raw calls are openapi-fetch\'s, which reads numbers; `parseAs: "text"` gives all digits.'];
  if (hooks !== undefined) {
    others.push("What the API sends to your endpoint has the same types, but `JSON.parse` gives numbers.");
  }
  return `## Integers of 64 bits\n\n${[...paragraphs, others.join(" ")].join("\n\n")}`;
}
