/** A media type without its parameters, in lower case. */
export function bareMediaType(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}

/** Whether a media type is of events (HTML, 9.2). */
export function isEventStream(type: string): boolean {
  return bareMediaType(type) === "text/event-stream";
}

/** Whether a media type is of JSON values, one after another. */
export function isJsonLines(type: string): boolean {
  return /[/+](?:x-)?(?:jsonl|jsonlines|ndjson|json-lines|json-seq|stream\+json)$/.test(bareMediaType(type));
}

/** Whether a media type is of values that come one after another, which no schema of a whole describes. */
export function isStreamType(type: string): boolean {
  return isEventStream(type) || isJsonLines(type);
}
