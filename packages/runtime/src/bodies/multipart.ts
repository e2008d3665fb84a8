import { UsageError } from "../errors/usage-error.ts";
import type { BodyEncoder, EncodedBody } from "../operation.ts";
import { jsonText } from "../values/json-text.ts";
import { describeValue, fieldsOf, isRecord, primitiveText, tagOf, toPlain } from "../values/plain.ts";
import { randomDigits } from "../values/random.ts";
import { requiredError } from "../values/write-value.ts";
import { closeBody, readChunks, streamOf } from "./upload-stream.ts";
import { expectUpload, toUpload, type Upload } from "./uploadable.ts";

/** How the parts of a form are written. */
export interface MultipartOptions {
  /** Where the fields are given. @default "fields" */
  readonly in?: "fields" | "body" | undefined;
  /** Media types of parts by field name (OpenAPI's `encoding`); only where they differ from the default. */
  readonly types?: Readonly<Record<string, string>> | undefined;
  /** Fields that hold files: a text or an object in their place is refused. @default whatever can be uploaded is a file */
  readonly files?: readonly string[] | undefined;
  /** Fields whose list must not be empty: an empty one would write nothing, and is refused. */
  readonly required?: readonly string[] | undefined;
}

type Piece = string | Blob | Uint8Array<ArrayBuffer> | ReadableStream;

interface Part {
  readonly head: string;
  readonly content: string | Upload;
}

/**
 * A body of `multipart/form-data` (RFC 7578). Files keep their names and types, objects travel as `application/json`,
 * an array is one part for each element. `undefined` is left out, `null` is refused. Blobs are not read into memory,
 * and the body can be repeated unless a part is a bare stream.
 */
export function multipart(options: MultipartOptions = {}): BodyEncoder {
  return { in: options.in ?? "fields", whole: "FormData", encode: (value) => encode(value, options) };
}

function encode(value: unknown, { types = {}, files = [], required = [] }: MultipartOptions): EncodedBody {
  const isForm = tagOf(Object(value)) === "FormData";
  if (isForm && value instanceof FormData) {
    // `fetch` writes it, with a boundary that only it knows.
    return { body: value, contentType: undefined, repeatable: true };
  }
  const boundary = `trunkline-${randomDigits()}`;
  const parts: Part[] = [];
  for (const [name, field] of isForm
    ? formEntries(value)
    : Object.entries(fieldsOf(value, "The request body"))) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const before = parts.length;
    for (const [index, item] of (Array.isArray(field) ? field : [field]).entries()) {
      const where = `Form field "${name}"${Array.isArray(field) ? ` at /${index}` : ""}`;
      if (item === undefined) continue;
      const upload = files.includes(name) ? expectUpload(item, where) : toUpload(item);
      parts.push(partOf(name, item, upload, type, where, boundary));
    }
    if (Array.isArray(field) && parts.length === before && required.includes(name))
      throw requiredError(`Form field "${name}"`);
  }
  const end = `--${boundary}--\r\n`;
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const repeatable = parts.every(({ content }) => typeof content === "string" || content.repeatable);
  return { body: () => assemble(parts, end), contentType, repeatable, close: closeBody };
}

function partOf(
  name: string,
  value: unknown,
  upload: Upload | undefined,
  type: string | undefined,
  where: string,
  boundary: string,
): Part {
  let head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
  if (upload) {
    const contentType = mediaType(upload.type ?? concrete(type) ?? "application/octet-stream", where);
    head += `; filename="${escapeName(upload.name ?? "file")}"\r\nContent-Type: ${contentType}\r\n\r\n`;
    return { head, content: upload };
  }
  const plain = toPlain(value, where);
  if (plain === null)
    throw new UsageError(
      `${where} is null, which a form cannot express. Leave it undefined to send nothing.`,
    );
  if (typeof plain === "object" && !Array.isArray(plain) && !isRecord(plain)) {
    throw new UsageError(`${where} is ${describeValue(plain)}, which a form cannot express.`);
  }
  const json = typeof plain === "object" || /^[^;,]*[/+]json *(?:;|$)/i.test(type ?? "");
  const contentType = concrete(type) ?? (json ? "application/json" : undefined);
  head += contentType ? `\r\nContent-Type: ${mediaType(contentType, where)}\r\n\r\n` : "\r\n\r\n";
  return { head, content: json ? jsonText(plain, where) : primitiveText(plain, where) };
}

/** Of a FormData that is another library's or realm's: `fetch` knows its own alone. */
function formEntries(form: unknown): Iterable<[string, unknown]> {
  const { entries } = form as { entries?: () => Iterable<[string, unknown]> };
  if (typeof entries === "function") return entries.call(form);
  throw new UsageError(
    "The request body is a FormData of a library that does not show its entries; give the fields themselves, or the FormData of the platform.",
  );
}

/** OpenAPI allows lists and ranges (`image/png, image/*`); only a single type can be sent. */
function concrete(type: string | undefined): string | undefined {
  return type === undefined || /[*,]/.test(type) ? undefined : type;
}

function mediaType(type: string, where: string): string {
  if (/[^\x20-\x7e]/.test(type))
    throw new UsageError(`${where} has a media type with characters that a header cannot carry.`);
  return type;
}

/** As browsers do: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function escapeName(name: string): string {
  return name.replace(/\r\n|\r|\n/g, "%0D%0A").replace(/"/g, "%22");
}

function assemble(parts: readonly Part[], end: string): Blob | ReadableStream {
  const pieces: Piece[] = [];
  for (const { head, content } of parts)
    pieces.push(head, typeof content === "string" ? content : content.open(), "\r\n");
  pieces.push(end);
  // A Blob has a known length, so that servers which refuse chunked uploads accept it.
  if (pieces.every((piece): piece is Exclude<Piece, ReadableStream> => !isStream(piece))) {
    try {
      return new Blob(pieces);
    } catch (error) {
      throw new UsageError(
        `This runtime makes no Blob of the form: ${(error as Error).message} React Native knows only text and blobs; get one by fetch(uri), then .blob().`,
      );
    }
  }
  return streamOf(chunks(pieces), () => pieces.forEach(closeBody));
}

async function* chunks(pieces: readonly Piece[]): AsyncGenerator<Uint8Array | string> {
  for (const piece of pieces) {
    if (isStream(piece)) yield* readChunks(piece);
    else if (typeof piece === "string" || piece instanceof Uint8Array) yield piece;
    else yield* readChunks(piece.stream());
  }
}

function isStream(piece: Piece): piece is ReadableStream {
  return Object.prototype.toString.call(piece) === "[object ReadableStream]";
}
