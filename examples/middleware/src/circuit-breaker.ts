import { APIConnectionError, APIUserAbortError, type Middleware } from "@trunkline/agentref";
import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";

export interface CircuitBreakersOptions {
  /** Failures in a row that open the circuit. @default 5 */
  readonly failures?: number;
  /** How long nothing is sent then, in milliseconds; after it one attempt is, whose outcome decides. @default 10_000 */
  readonly halfOpenAfter?: number;
}

/** No answer arrived, which is not what the caller wanted. */
const lost = handleWhen(
  (error) => error instanceof APIConnectionError && !(error instanceof APIUserAbortError),
);

/**
 * Sends nothing to a server that keeps failing: a call ends at once with cockatiel's `BrokenCircuitError`, and is not
 * repeated. Each server has a circuit of its own. A refusal (4xx) says that the server is well.
 */
export function circuitBreakers({
  failures = 5,
  halfOpenAfter = 10_000,
}: CircuitBreakersOptions = {}): Middleware {
  const circuits = new Map<string, CircuitBreakerPolicy>();
  return function circuitBreakers(request, next) {
    const { origin } = new URL(request.url);
    let circuit = circuits.get(origin);
    if (!circuit) {
      circuit = circuitBreaker(
        lost.orWhenResult((answer) => answer instanceof Response && answer.status >= 500),
        { halfOpenAfter, breaker: new ConsecutiveBreaker(failures) },
      );
      circuits.set(origin, circuit);
    }
    return circuit.execute(() => next());
  };
}
