/** One page, as data, for a site of any kind. */
export interface Page {
  /** Below the folder of all pages, with slashes: `agora/methods/leads.upload.md`. */
  readonly path: string;
  /** Text, no Markdown. */
  readonly title: string;
  /** One line of text, no Markdown; may be empty. */
  readonly summary: string;
  /** The section that it belongs to, for lists of pages. */
  readonly group: "Package" | "Methods" | "Types";
  /** Markdown below the title. */
  readonly body: string;
}

/** The address of a page or anchor, as a link on another page. */
export function linkBetween(from: string, to: string): string {
  const [file = "", anchor] = to.split("#");
  const here = from.split("/").slice(0, -1);
  const there = file.split("/");
  const name = there.pop() ?? "";
  let common = 0;
  while (common < here.length && common < there.length && here[common] === there[common]) common += 1;
  const steps = [...here.slice(common).map(() => ".."), ...there.slice(common), name];
  const path = steps[0] === ".." ? steps.join("/") : `./${steps.join("/")}`;
  const hash = anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`;
  return file === from ? hash || `./${name}` : `${path.split("/").map(encodeURIComponent).join("/")}${hash}`;
}
