/** A documented answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  /** Media type; undefined for an answer without a body. */
  readonly type: string | undefined;
  readonly body: Buffer;
  /** The example itself. */
  readonly value: unknown;
}
