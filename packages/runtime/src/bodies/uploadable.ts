import { UsageError } from "../errors/usage-error.ts";
import { describeValue, tagOf } from "../values/plain.ts";
import { readChunks, streamOf } from "./upload-stream.ts";

/** Content of a file: a `Blob` or `File`, bytes, or a stream (web or Node), which can be sent only once. */
export type UploadData =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream
  | AsyncIterable<Uint8Array | string>;

/** Content with a file name, for content that has none of its own (a `File` has one). */
export interface NamedUpload {
  /** The content, or a function that opens it anew for every attempt, so that a stream can be retried. */
  readonly data: UploadData | (() => UploadData);
  /** File name that the server sees. */
  readonly name?: string | undefined;
  /** Media type. @default the blob's own, else `application/octet-stream` */
  readonly type?: string | undefined;
}

/**
 * What can be uploaded.
 *
 * @example
 * await openAsBlob("call.wav")                                // Node: a file that is not read into memory
 * { data: createReadStream("call.wav"), name: "call.wav" }    // a stream: sent once, never retried
 * { data: () => createReadStream("call.wav"), name: "call.wav" } // opened anew for every attempt
 */
export type Uploadable = UploadData | NamedUpload;

/** Content that is opened once an attempt. */
export interface Upload {
  open(): Blob | Uint8Array<ArrayBuffer> | ReadableStream;
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly repeatable: boolean;
}

/** Reads an {@link Uploadable}; `undefined` for any other value. */
export function toUpload(value: unknown): Upload | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isBlob(value)) {
    const { name } = value as { name?: unknown };
    // One of a library or another realm is nothing to `fetch` and to `Blob`: they would send "[object Blob]".
    const isForeign = typeof Blob === "undefined" || !(value instanceof Blob);
    return {
      open: () => (isForeign ? streamOf(chunksOf(value)) : value),
      name: typeof name === "string" ? name : undefined,
      type: value.type || undefined,
      repeatable: true,
    };
  }
  const bytes = bytesOf(value);
  if (bytes) return { open: () => bytes, name: undefined, type: undefined, repeatable: true };
  if (tagOf(value) === "ReadableStream") {
    return { open: () => value as ReadableStream, name: undefined, type: undefined, repeatable: false };
  }
  if (Symbol.asyncIterator in value) {
    const iterable = value as AsyncIterable<Uint8Array | string>;
    return { open: () => streamOf(iterable), name: undefined, type: undefined, repeatable: false };
  }
  return "data" in value ? namedUpload(value as NamedUpload) : undefined;
}

function namedUpload({ data, name, type }: NamedUpload): Upload | undefined {
  if (typeof data === "function") {
    const open = (): ReturnType<Upload["open"]> => {
      const made = toUpload(opened(data));
      if (!made) throw new UsageError("The function `data` of an upload gave no Blob, bytes or stream.");
      return made.open();
    };
    return { open, name, type, repeatable: true };
  }
  if (data === undefined) throw new UsageError("`data` of an upload is undefined.");
  // A text is not taken: `{ data: "x", name: "y" }` could as well be an object that is meant as JSON.
  const content = toUpload(data);
  return content && { ...content, name: name ?? content.name, type: type ?? content.type };
}

/** @throws UsageError when the value is nothing that can be uploaded */
export function expectUpload(value: unknown, where: string): Upload {
  const upload = toUpload(value);
  if (upload) return upload;
  // The object is right, and what it holds is not.
  const { data } = Object(value) as { readonly data?: unknown };
  if (data !== undefined) return expectUpload(data, `${where}.data`);
  throw new UsageError(
    `${where} is ${describeValue(value)}; a Blob, File, bytes, a stream or { data, name } is expected.${hintOf(value)}`,
  );
}

function hintOf(value: unknown): string {
  if (typeof value === "string") {
    return ' Of a path, give `await openAsBlob(path)` (node:fs); of base64, `Buffer.from(text, "base64")`; of text, `new Blob([text])`.';
  }
  return "uri" in Object(value) ? " In React Native, give `await (await fetch(uri)).blob()`." : "";
}

/** What another's Blob holds: not all of them stream. */
async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  if (typeof blob.stream === "function") yield* readChunks(blob.stream());
  else yield new Uint8Array(await blob.arrayBuffer());
}

function isBlob(value: object): value is Blob {
  return tagOf(value) === "Blob" || tagOf(value) === "File";
}

function bytesOf(value: object): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
  return tagOf(value) === "ArrayBuffer" ? new Uint8Array(value as ArrayBuffer) : undefined;
}

function opened(data: () => UploadData): UploadData {
  try {
    return data();
  } catch (cause) {
    throw new UsageError(`The function \`data\` of an upload failed: ${String(cause)}`, { cause });
  }
}
