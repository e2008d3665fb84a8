import type { Access } from "./credentials/choose-schemes.ts";
import type { ClientDefinition } from "./definition.ts";
import type { HeaderFields } from "./headers.ts";
import { getHidden } from "./hidden.ts";
import type { Reporter } from "./hooks/report.ts";
import type { Facts, Layer } from "./layer.ts";
import type { CallLimits } from "./limits.ts";
import type { Operation } from "./operation.ts";
import type { ClientOptions } from "./options.ts";
import type { RetryBudget } from "./retry/budget.ts";
import type { Holds } from "./retry/holds.ts";

/** What a client knows. */
export interface ClientState {
  readonly definition: ClientDefinition;
  readonly options: ClientOptions;
  /** Without a slash at the end. */
  readonly baseURL: string;
  /** The caller named the base URL: then operations with a server of their own go there too, as a mock or proxy expects. */
  readonly customBaseURL: boolean;
  /** What every request of the client carries. */
  readonly headers: Readonly<HeaderFields>;
  /** The caller's part of it: no credential takes its place. */
  readonly callerHeaders: Readonly<HeaderFields>;
  readonly limits: CallLimits;
  /** Undefined where calls are only looked at. */
  readonly reporter: Reporter | undefined;
  readonly scrubberFor: Facts["scrubberFor"];
  /** Warns once of an operation whose answers hold integers that lose digits. */
  readonly lostDigits: (operation: Operation, key: string) => void;
  /** Paths of the operations that issue tokens. */
  readonly issuers: readonly string[];
  readonly access: Access;
  readonly budget: RetryBudget;
  readonly holds: Holds;
  /** Shows requests in place of all layers, of this client and of those derived from it. */
  readonly preview: Layer | undefined;
  /** The way of every request. */
  readonly layers: Layer;
}

/** What an `APIClient` hides: it holds secrets, which nothing that walks the client's properties must meet. */
export function clientState(client: object): ClientState {
  return getHidden(client);
}
