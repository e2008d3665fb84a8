/** Most bytes that are kept of a body that only tells why something failed. */
export const MAX_KEPT = 65_536;

/**
 * Text of a body, at most so many bytes of it. What is beyond is cancelled, not read: that ends the
 * connection, which costs less than a body of any size.
 */
export async function readText(response: Response, limit: number = MAX_KEPT): Promise<string> {
  return (await readWithin(response, limit)).text;
}

/**
 * The whole text of a body.
 *
 * @param limit most bytes, as they are after decoding
 * @param tooLarge what is thrown beyond
 */
export async function readWhole(response: Response, limit: number, tooLarge: () => Error): Promise<string> {
  const { headers, body } = response;
  // Of a body that is not encoded the length is told before it is read.
  if (!headers.get("content-encoding") && Number(headers.get("content-length")) > limit) {
    if (typeof body?.cancel === "function") body.cancel().catch(() => {});
    throw tooLarge();
  }
  const { text, isWhole } = await readWithin(response, limit);
  if (!isWhole) throw tooLarge();
  return text;
}

async function readWithin(
  response: Response,
  limit: number,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const { body } = response;
  if (body === null) return { text: "", isWhole: true };
  // A `fetch` of the caller's may bring a body that is not a web stream.
  if (typeof body?.getReader !== "function") {
    const text = await response.text();
    return { text: text.slice(0, limit), isWhole: text.length <= limit };
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = limit; ; ) {
    const { done, value } = (await reader.read()) as { done: boolean; value: Uint8Array };
    if (done) return { text: text + decoder.decode(), isWhole: true };
    if (value.length > left) {
      // Not waited for: a body may refuse to end.
      reader.cancel().catch(() => {});
      return { text: text + decoder.decode(value.subarray(0, left)), isWhole: false };
    }
    left -= value.length;
    text += decoder.decode(value, { stream: true });
  }
}

/** Lets go of an answer whose body nobody will read. */
export function drop({ body }: Response): void {
  // A `fetch` of the caller's may bring a body that is not a web stream.
  if (typeof body?.cancel === "function") body.cancel().catch(() => {});
  else (body as { destroy?: () => void } | null)?.destroy?.();
}
