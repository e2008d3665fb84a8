import type { JsonValue } from "@trunkline/document";

/** Options of `Mock.deliver`. */
export interface DeliverOptions {
  /** URL of your endpoint. */
  readonly to: string | URL;
  /** The endpoint's secret, as the vendor writes it. Needed where the document says how deliveries are signed. */
  readonly secret?: string | undefined;
  /** Name of an example of the document. @default the first */
  readonly example?: string | undefined;
  /** A body of your own, in place of an example. */
  readonly payload?: JsonValue | undefined;
  /** What to spoil in the delivery, such as its body after it is signed. @default nothing */
  readonly tamper?: DeliveryTamper | undefined;
  /** Id of the delivery, if the vendor signs one. @default a random one */
  readonly id?: string | undefined;
  /** Most attempts. @default as many as the document says, else one */
  readonly attempts?: number | undefined;
  /** Wait between attempts as long as the vendor does, which may be hours. @default false: repeat at once */
  readonly waits?: boolean | undefined;
}

/** What can be wrong with a delivery. */
export type DeliveryTamper =
  /** A byte of the body is another one. */
  | "body"
  /** The signature is another one. */
  | "signature"
  /** There is no signature. */
  | "unsigned"
  /** Signed with another secret. */
  | "secret"
  /** The id is another one, where one is signed. */
  | "id"
  /** Signed an hour ago, where the time is signed. */
  | "old"
  /** Signed for a time an hour ahead, where the time is signed. */
  | "future";

/** What became of a delivery. */
export interface Delivery {
  readonly id: string;
  /** Whether the last attempt was answered with a 2xx status. */
  readonly isDelivered: boolean;
  readonly attempts: readonly DeliveryAttempt[];
}

/** What was sent. */
export interface DeliveryRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request and its answer. */
export interface DeliveryAttempt {
  readonly request: DeliveryRequest;
  /** undefined where no answer came. */
  readonly status: number | undefined;
  /** The beginning of the answer's body. */
  readonly answer: string | undefined;
  /** Why no answer came. */
  readonly error: string | undefined;
  readonly isTaken: boolean;
  readonly milliseconds: number;
}
