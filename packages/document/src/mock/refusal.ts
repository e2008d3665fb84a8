/** A request that is not judged by the document, because of its form or its size. */
export class Refusal extends Error {
  readonly status: 400 | 413;
  readonly location: readonly string[];

  constructor(status: 400 | 413, location: readonly string[], message: string) {
    super(message);
    this.status = status;
    this.location = location;
  }
}
