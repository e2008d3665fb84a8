import { expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import { linksOfSite } from "../src/site/links.ts";

const standing = {
  path: "agora/methods/leads.upload.md",
  base: "/docs/",
  pages: new Set(["agora/index.md", "agora/types/Lead.md", "agora/methods/leads.upload.md"]),
};

it.each([
  ["[a lead](../types/Lead.md)", "[a lead](/docs/agora/types/Lead/)"],
  [
    "[`Lead`](../types/Lead.md#fields), [home](../index.md)",
    "[`Lead`](/docs/agora/types/Lead/#fields), [home](/docs/agora/)",
  ],
  ["[there](https://example.com/Lead.md)", "[there](https://example.com/Lead.md)"],
  ["[nowhere](../types/None.md)", "[nowhere](../types/None.md)"],
  ["`[code](../index.md)` and [home](../index.md)", "`[code](../index.md)` and [home](/docs/agora/)"],
  ["``a ` [code](../index.md)`` [home](../index.md)", "``a ` [code](../index.md)`` [home](/docs/agora/)"],
  ["a lone ` [home](../index.md)", "a lone ` [home](/docs/agora/)"],
  ["a lone `` [home](../index.md) `x`", "a lone `` [home](/docs/agora/) `x`"],
  [
    "```\n[code](../index.md)\n```\n[home](../index.md)",
    "```\n[code](../index.md)\n```\n[home](/docs/agora/)",
  ],
  [
    "````\n```\n[code](../index.md)\n````\n[home](../index.md)",
    "````\n```\n[code](../index.md)\n````\n[home](/docs/agora/)",
  ],
  [
    "~~~ts\n[code](../index.md)\n```\n~~~\n[home](../index.md)",
    "~~~ts\n[code](../index.md)\n```\n~~~\n[home](/docs/agora/)",
  ],
  ["```\n[code](../index.md)", "```\n[code](../index.md)"],
])("%j -> %j", (given, want) => {
  expect(linksOfSite(given, standing)).toBe(want);
});

it.each([
  ["unclosed fences", (n: number) => "```a\n~~~b\n".repeat(n)],
  [
    "runs of backticks of every length",
    (n: number) => Array.from({ length: Math.ceil(Math.sqrt(n)) }, (_, i) => "`".repeat(i + 1)).join(" "),
  ],
  ["lone backticks", (n: number) => "` `` ".repeat(n)],
  ["links that are not closed", (n: number) => "[a](".repeat(n)],
])("%s take time that grows with them", async (_, text) => {
  const [few, many] = [text(4000), text(4000 * TIMES)];
  const growth = growthBetween(
    () => linksOfSite(few, standing),
    () => linksOfSite(many, standing),
  );
  expect(await growth).toBeLessThanOrEqual(MOST);
});
