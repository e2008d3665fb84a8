/** An error. */
export interface ErrorResponse {
  /** What went wrong, for people to read. */
  detail: string;
}

/** An error that lists what is wrong in the request. */
export interface ValidationErrorResponse {
  /** What is wrong, one entry for each fault. */
  detail: ValidationErrorDetail[];
}

/** A fault in the request. */
export interface ValidationErrorDetail {
  /** Path to the fault, such as `body` and the name of a field. */
  loc: (string | number)[];
  /** What is wrong, for people to read. */
  msg: string;
  /** Kind of the fault. */
  type: string;
}
