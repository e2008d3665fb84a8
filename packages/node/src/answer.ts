import type { TransportResponse } from "@trunkline/runtime";
import type { Body } from "./body.ts";

type RawHeaders = readonly (Buffer | string)[];

/** What is known of an answer before its body. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly raw: RawHeaders;
}

/** An answer as the client reads it. A `Response` would make a stream and header fields that few calls look at. */
export class Answer implements TransportResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly url: string;
  readonly body: Body | null;
  readonly #raw: RawHeaders;
  #headers: Headers | undefined;

  constructor({ status, statusText, url, raw }: Head, body: Body | null) {
    this.status = status;
    this.statusText = statusText;
    this.ok = status >= 200 && status < 300;
    this.url = url;
    this.body = body;
    this.#raw = raw;
  }

  get headers(): Headers {
    this.#headers ??= headersOf(this.#raw);
    return this.#headers;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const chunks: Uint8Array[] = [];
    const reader = this.body?.getReader();
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) chunks.push(read.value);
    const { buffer, byteOffset, byteLength } = Buffer.concat(chunks);
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  }
}

/** One field of a head as it came. */
export function fieldOf(raw: RawHeaders, name: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < raw.length; at += 2) {
    const key = raw[at] as Buffer | string;
    if (key.length !== name.length || textOf(key).toLowerCase() !== name) continue;
    const value = textOf(raw[at + 1] as Buffer | string);
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
}

function headersOf(raw: RawHeaders): Headers {
  const headers = new Headers();
  for (let at = 0; at < raw.length; at += 2) {
    const value = raw[at + 1] as Buffer | string | readonly (Buffer | string)[];
    for (const one of Array.isArray(value) ? value : [value]) {
      try {
        headers.append(textOf(raw[at] as Buffer | string), textOf(one as Buffer | string));
      } catch {
        // A name or value that no header field may have; fetch does not show it either.
      }
    }
  }
  return headers;
}

/** Fields are bytes; each is a character of its own, as in fetch. */
function textOf(field: Buffer | string): string {
  return typeof field === "string" ? field : field.toString("latin1");
}
