import type { TransportRequest } from "@trunkline/runtime";
import { multipartOf } from "./multipart.ts";

/** A body as undici takes it, and what it says of itself. */
export interface OutgoingBody {
  readonly body: unknown;
  /** Media type where the request names none, as fetch has it. */
  readonly type?: string | undefined;
  /** Bytes, where undici cannot count them. */
  readonly length?: number | undefined;
  /** undici counts the bytes itself. */
  readonly isCounted: boolean;
}

/** Brings a body into a form in which undici sends it as fetch would: it knows only classes of its own. */
export function outgoingBody(body: TransportRequest["body"] | URLSearchParams): OutgoingBody {
  if (body === undefined || body === null) return { body: null, isCounted: true };
  if (typeof body === "string") return { body, type: "text/plain;charset=UTF-8", isCounted: true };
  if (body instanceof Blob) return outgoingBlob(body);
  if (body instanceof FormData) return outgoingBlob(multipartOf(body));
  if (body instanceof URLSearchParams) {
    return {
      body: body.toString(),
      type: "application/x-www-form-urlencoded;charset=UTF-8",
      isCounted: true,
    };
  }
  const isBytes = ArrayBuffer.isView(body) || body instanceof ArrayBuffer;
  return { body, isCounted: isBytes };
}

/** As a stream, so that what a file holds is never in memory as a whole. */
function outgoingBlob(blob: Blob): OutgoingBody {
  const { size, type } = blob;
  return {
    body: size > 0 ? blob.stream() : null,
    type: type || undefined,
    length: size > 0 ? size : undefined,
    isCounted: true,
  };
}
