import type { Authenticator } from "./credentials/scheme.ts";
import type { ClientDefinition } from "./definition.ts";
import { kept } from "./hidden.ts";
import type { Report } from "./hooks/report.ts";
import type { ClientOptions } from "./options.ts";
import type { HeaderFields } from "./request/headers.ts";
import type { Preview } from "./request/preview.ts";
import type { RetryBudget } from "./retry/budget.ts";
import type { Scrubber } from "./secrets/scrubber.ts";

/** What clients of one credential have in common; `withOptions` hands it on. */
export interface Shared {
  readonly authenticators: Readonly<Record<string, Authenticator | undefined>>;
  readonly budget: RetryBudget;
  /** Gets the request instead of the network. */
  readonly preview?: ((request: Preview) => void) | undefined;
}

/** What a client knows. */
export interface ClientState extends Shared {
  readonly definition: ClientDefinition;
  readonly options: ClientOptions;
  /** Without a slash at the end. */
  readonly baseURL: string;
  /** The caller named the base URL: then operations with a server of their own go there too, as a mock or proxy expects. */
  readonly customBaseURL: boolean;
  /** Tells of each step of a call; undefined where nobody listens. */
  readonly report: Report | undefined;
  /** What takes these secrets out of what is shown. */
  readonly scrubber: (secrets: readonly string[]) => Scrubber;
  /** This is a browser, which sends less than other runtimes. */
  readonly browser: boolean;
  /** What every request of the client carries. */
  readonly headers: Readonly<HeaderFields>;
  /** The caller's part of it: no credential takes its place. */
  readonly decided: Readonly<HeaderFields>;
}

/** What an `APIClient` keeps: it holds secrets, which nothing that walks the client's properties must meet. */
export function clientState(client: object): ClientState {
  return kept(client);
}
