/** The value of a text, or the other one where the text is not JSON. */
export function parseJSON(text: string, otherwise?: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}
