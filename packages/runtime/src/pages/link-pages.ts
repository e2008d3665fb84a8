import { withoutEndSlashes } from "../end-slashes.ts";
import { linkTarget } from "../links.ts";
import { pointerOf, readPointer } from "../pointer.ts";
import { pageError } from "./page-error.ts";
import { type Field, isCursor, itemsOf, paramField, seenCursors, writeField } from "./reading.ts";
import type { PageParams } from "./style.ts";
import type { PageAnswer, PageReading, WalkStyle } from "./types.ts";
import { walkStyle } from "./walk-style.ts";

/** Pages whose answers name the next one by its address. */
export interface LinkPagesOptions {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Pointer of the next address in the answer. @default the `Link` header's `rel="next"` (RFC 8288) */
  readonly next?: string | undefined;
}

/**
 * Walks by next links. A link is not followed as it stands: only its query fields are used. It must lead to the same
 * operation, at the client's base URL or at an address of the API that the document names. So credentials and path stay
 * under the client's control, and links also work through a gateway whose address they do not have.
 */
export function linkPages(options: LinkPagesOptions): WalkStyle {
  return walkStyle(
    "link",
    options.items,
    { read: (answer) => readLinkPage(answer, options) },
    () => undefined,
  );
}

function readLinkPage(answer: PageAnswer, options: LinkPagesOptions): PageReading {
  const { source, response } = answer;
  const items = itemsOf(answer, options.items);
  const link =
    options.next === undefined
      ? linkTarget(response.headers.get("link") ?? "", "next")
      : readPointer(answer.body, options.next);
  const seen = seenCursors(answer, undefined);
  const reading = (next: PageReading["next"]): PageReading => ({
    items,
    next,
    remembered: { seen, size: seen.size },
  });
  if (!isCursor(link)) return reading(undefined);
  const refuse = (reason: string): PageReading => reading(pageError(answer, `The next link ${reason}`));

  const here = new URL(response.url || source.baseURL);
  const base = new URL(source.baseURL);
  const next = parse(link, here);
  if (!next) return refuse("is not a URL.");
  const servers = [base, ...(source.servers?.() ?? []).flatMap((server) => parse(server, base) ?? [])];
  if (next.origin !== here.origin && !servers.some(({ origin }) => origin === next.origin)) {
    return refuse(`leads to another origin, ${answer.scrub().label(next.origin)}; nothing was sent there.`);
  }
  if (
    response.url &&
    next.pathname !== here.pathname &&
    !isOperation(next, servers, source.operation.path.split("?")[0] ?? "")
  ) {
    return refuse("leads to another path than this operation's.");
  }
  if (seen.has(next.href)) return refuse("came a second time; the walk would go round for ever.");
  const fields = fieldsOf(next, here, answer);
  if (typeof fields === "string")
    return refuse(`has a query field that the operation does not know: ${answer.scrub().label(fields)}.`);
  seen.add(next.href);
  return reading(fields);
}

/**
 * Whether it has the path of an operation, below one of the servers, or as an application knows it whose proxy takes away
 * what stands before; what stands in the template's braces is not taken.
 */
function isOperation({ pathname }: URL, servers: readonly URL[], template: string): boolean {
  const steps = template.split("/");
  return ["", ...servers.map((server) => withoutEndSlashes(server.pathname))].some((prefix) => {
    if (!pathname.startsWith(prefix)) return false;
    const given = withoutEndSlashes(pathname.slice(prefix.length)).split("/");
    return (
      given.length === steps.length &&
      steps.every((step, at) => step.includes("{") || step === decoded(given[at] ?? ""))
    );
  });
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** The params with the link's query fields; or the name of a field which only the link knows. */
function fieldsOf(next: URL, here: URL, { source, params }: PageAnswer): PageParams | string {
  const { operation, schemes = {} } = source;
  const keys = Object.values(schemes).map(({ query }) => query);
  const declared = new Set(
    (operation.query ?? []).map((parameter) => (typeof parameter === "string" ? parameter : parameter.name)),
  );
  let fields = params;
  for (const name of new Set(next.searchParams.keys())) {
    const values = next.searchParams.getAll(name);
    if (declared.has(name)) {
      const holder = operation.nested?.query;
      const field: Field = holder === undefined ? name : paramField(pointerOf([holder, name]));
      fields = writeField(fields, field, values.length > 1 ? values : values[0]);
    } else if (!keys.includes(name) && String(values) !== String(here.searchParams.getAll(name))) {
      return name;
    }
  }
  return fields;
}

function parse(link: unknown, base: URL): URL | undefined {
  try {
    return new URL(String(link), base);
  } catch {
    return undefined;
  }
}
