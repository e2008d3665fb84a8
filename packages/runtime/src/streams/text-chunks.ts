import { madeHere } from "../errors/connection-errors.ts";

/** Text of a body as it comes. Leaving the loop early ends the connection. */
export async function* textChunks(response: Response): AsyncGenerator<string, void, undefined> {
  const body: Response["body"] | undefined = response.body;
  if (body === null) return;
  if (body === undefined) {
    // React Native's `fetch` has no streams: it has read the whole body by now.
    yield await response.text();
    return;
  }
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let done = false;
  try {
    for (;;) {
      const chunk = await reader.read();
      done = chunk.done;
      const text = decoder.decode(chunk.value, { stream: !done });
      if (text !== "") yield text;
      if (done) return;
    }
  } catch (error) {
    done = true;
    throw madeHere(error);
  } finally {
    // Not waited for: a body may refuse to end.
    if (!done) reader.cancel().catch(() => {});
  }
}
