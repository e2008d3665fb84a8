/** A media type besides those that the route's own method sends and reads. */
export interface Variant {
  readonly place: "request" | "answer";
  /** As the document writes it. */
  readonly mediaType: string;
}
