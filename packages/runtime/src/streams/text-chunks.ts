/** Text of a body as it comes. Leaving the loop early ends the connection. */
export async function* textChunks(response: Response): AsyncGenerator<string, void, undefined> {
  const { body } = response;
  if (!body) return;
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
    throw error;
  } finally {
    // Not waited for: a body may refuse to end.
    if (!done) reader.cancel().catch(() => {});
  }
}
