import type { Model } from "../model/types.ts";
import { checkPage } from "./page.ts";

/** Longest description that the format of skills admits. */
const DESCRIPTION = 1024;

/** What agents read: of the document a title, sentences and samples, and nothing that is more than words. */
export function checkSkill(path: string, text: string, packageName: string, model: Model): string[] {
  const rules = {
    packageName,
    client: model.client.name,
    modules: new Set(["@trunkline/mock", packageName, "node:fs"]),
  };
  if (!path.endsWith("/SKILL.md")) {
    const headings = model.resources.map(({ id }) => `client.${id}`);
    return checkPage(path, text, {
      ...rules,
      headings: new Set([`Calls of ${packageName}`, "client", ...headings]),
      links: new Set(),
    });
  }
  const [, front = "", page = text] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  return [
    ...(isFront(front, path.split("/")[1] ?? "") ? [] : [`${path} has a front matter of its own`]),
    ...checkPage(path, page, {
      ...rules,
      headings: new Set([packageName, "First call", "Rules", "Errors", "Testing"]),
      links: new Set(["./references/methods.md", "../../README.md"]),
    }),
  ];
}

function isFront(front: string, name: string): boolean {
  const found = /^name: ([a-z\d]+(?:-[a-z\d]+)*)\ndescription: (".+")\nmetadata:\n {2}library: (".+")$/.exec(
    front,
  );
  if (found === null || found[1] !== name) return false;
  try {
    const [description = "", ...others] = found.slice(2).map((one): unknown => JSON.parse(one));
    return (
      typeof description === "string" &&
      description.length <= DESCRIPTION &&
      [description, ...others].every((one) => typeof one === "string" && !/[\p{C}\p{Zl}\p{Zp}]/u.test(one))
    );
  } catch {
    return false;
  }
}
