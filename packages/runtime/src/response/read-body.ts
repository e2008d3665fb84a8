/** Most bytes that are kept of a body that only tells why something failed. */
export const MAX_KEPT = 65_536;

/**
 * Text of a body, at most so many bytes of it. What is beyond is cancelled, not read: that ends the
 * connection, which costs less than a body of any size.
 */
export async function readText(response: Response, limit: number = MAX_KEPT): Promise<string> {
  const { body } = response;
  if (body === null) return "";
  // A `fetch` of the caller's may bring a body that is no web stream.
  if (typeof body?.getReader !== "function") return (await response.text()).slice(0, limit);
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = limit; ; ) {
    const { done, value } = (await reader.read()) as { done: boolean; value: Uint8Array };
    if (done) return text + decoder.decode();
    if (value.length > left) {
      // Not waited for: a body may refuse to end.
      reader.cancel().catch(() => {});
      return text + decoder.decode(value.subarray(0, left));
    }
    left -= value.length;
    text += decoder.decode(value, { stream: true });
  }
}
