import { isRecord } from "../values/plain.ts";

/** One thing that is wrong with a request. */
export interface Issue {
  /** Where, as in `body.name`; "" where nothing says it. */
  readonly field: string;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Deep enough for every framework; an answer can be nested as deep as its sender likes. */
const DEEPEST = 8;

// Names are compared by their letters, in lower case: `invalid-params` and `invalidParams` are one.
/** Members that hold what is wrong. */
const LISTS =
  /^(?:errors?|details?|issues|violations|(?:field|form|global|validation)errors|fieldviolations|invalidparams|messages?|rows|data)$/;
/** Of those, the ones in which a text under any name is about the field of that name. */
const MAPS = /errors$|violations$|^(?:invalidparams|messages)$/;
/** What a row says is wrong, the best one first. */
const MESSAGES =
  "msg message detail defaultmessage description reason problem error title text constraints".split(" ");
/** What it says at least, where it names a field. */
const CODES = ["code", "type", "keyword"];
/** Where it says that it is wrong. */
const FIELDS =
  "loc field fieldname path propertypath instancepath pointer param parameter property attribute source target header name".split(
    " ",
  );
const COUNTS = ["row", "line", "index"];
/** Names under which frameworks put what is about no field. */
const NO_FIELD = /^(?:errors|detail|message|base|general|global|all|nonfielderrors|formerrors|root)?$/;

/**
 * What an error body says is wrong, field by field, however its framework writes it: a list of rows (FastAPI, problem
 * details, Spring, express-validator, JSON:API, Zod), a map from fields to texts (Laravel, Rails, Django, ASP.NET), or a
 * list of texts. Values are never read, only names and messages.
 */
export function issuesOf(body: unknown): readonly Issue[] {
  const found: Issue[] = [];

  const read = (value: unknown, path: string, isMap: boolean, depth: number): void => {
    if (depth > DEEPEST) return;
    if (isText(value)) {
      if (isMap) found.push({ field: path, message: value.trim() });
    } else if (Array.isArray(value)) {
      for (const entry of value) {
        if (!isRecord(entry)) read(entry, path, true, depth + 1);
        else if (!readRow(entry, path)) {
          // A list of maps, or a row whose own lists say it.
          if (isTextMap(entry)) readMap(entry, path, false, depth);
          else readLists(entry, depth + 1);
        }
      }
    } else if (isRecord(value) && (isAbout(value, path) || !readRow(value, path))) {
      readMap(value, path, isMap, depth);
    }
  };

  const readMap = (map: Fields, path: string, isMap: boolean, depth: number): void => {
    for (const [name, inner] of Object.entries(map)) {
      const isField = !NO_FIELD.test(bare(name)) || /^[0-9]/.test(name);
      read(inner, isField ? shortened(path ? `${path}.${name}` : name) : path, isMap, depth + 1);
    }
  };

  /** A record with a message of its own, and the field that it is about. */
  const readRow = (row: Fields, path: string): boolean => {
    const field = pick(row, FIELDS, fieldOf);
    const message = pick(row, MESSAGES, textOf) ?? (field && pick(row, CODES, textOf));
    if (message === undefined) return false;
    const count = COUNTS.find((name) => typeof row[name] === "number");
    const places = [count && `${count} ${row[count]}`, field ?? path];
    found.push({ field: places.filter(Boolean).join(" "), message: withoutInput(message, row) });
    return true;
  };

  const readLists = (holder: unknown, depth: number): void => {
    if (!isRecord(holder) || depth > DEEPEST) return;
    for (const [name, value] of Object.entries(holder)) {
      const key = bare(name);
      if (!LISTS.test(key) || typeof value === "string") continue;
      const before = found.length;
      if (isRecord(value)) readLists(value, depth + 1);
      if (found.length === before && key !== "data") read(value, "", MAPS.test(key), depth + 1);
    }
  };

  if (Array.isArray(body)) read(body, "", false, 0);
  readLists(body, 0);
  // Django and Rails answer with the map itself.
  if (found.length === 0 && isTextMap(body)) readMap(body, "", false, 0);
  return found;
}

/** Whether a record that holds others speaks of all of them, and not of a field. */
function isAbout(value: Fields, path: string): boolean {
  return path === "" && Object.values(value).some((inner) => typeof inner === "object" && inner !== null);
}

/** The letters of a name alone. */
export function bare(name: string): string {
  return name.replace(/[^a-z]/gi, "").toLowerCase();
}

/** What the first of these members says. */
function pick(
  row: Fields,
  names: readonly string[],
  say: (value: unknown) => string | undefined,
): string | undefined {
  const members = Object.entries(row);
  for (const wanted of names) {
    for (const [name, value] of members) {
      const said = bare(name) === wanted ? say(value) : undefined;
      if (said) return said;
    }
  }
  return undefined;
}

/** A field however it is written: a path as a list, a JSON pointer, or an object with one. */
function fieldOf(value: unknown): string | undefined {
  if (isRecord(value)) return pick(value, ["pointer", "parameter", "header"], fieldOf);
  const text = Array.isArray(value) ? value.filter((step) => typeof step !== "object").join(".") : value;
  if (!isText(text)) return undefined;
  const steps = /^#?\/(.*)$/s.exec(text)?.[1]?.replaceAll("/", ".") ?? text;
  return shortened(steps);
}

function shortened(field: string): string {
  return field.length > 100 ? `${field.slice(0, 100)}…` : field;
}

function textOf(value: unknown): string | undefined {
  if (isRecord(value)) return Object.values(value).find(isText);
  return isText(value) ? value.trim() : undefined;
}

/** Some messages quote the value that they refuse, and the row tells which it is. */
function withoutInput(message: string, row: Fields): string {
  let shown = message;
  for (const name of ["input", "value", "rejectedValue", "received"]) {
    const value = row[name];
    const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
    if (text.length > 2) shown = shown.replaceAll(text, "…");
  }
  return shown;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Nothing but lists of texts, however deep. */
function isTextMap(value: unknown, depth = 0): value is Fields {
  if (!isRecord(value) || depth > DEEPEST) return false;
  const members = Object.values(value);
  return (
    members.length > 0 &&
    members.every((one) => (Array.isArray(one) ? one.every(isText) : isTextMap(one, depth + 1)))
  );
}
