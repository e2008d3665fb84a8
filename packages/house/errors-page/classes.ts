/** What the page says of a class. */
export interface ErrorClass {
  readonly name: string;
  readonly kindOf: string;
  /** A cell of the table. */
  readonly short: string;
  readonly when: string;
  readonly act: string;
}

/** Each class that clients throw. */
export const CLASSES: readonly ErrorClass[] = [
  {
    name: "UsageError",
    kindOf: "TrunklineError",
    short: "the call was refused, and nothing sent",
    when: "An argument, an option or a credential is missing, or cannot be sent as it is. Examples are an empty path parameter, an unknown option, a key with a line break in it, and no credential at all. Another one is a list within an object of a query, if the document does not say how such lists are written (the key `lists` of `x-trunkline`, which an overlay can add). Nothing was sent, with one exception: a `fetch` or a dispatcher that does not fit was called once, such as a `fetch` that does not resolve with an answer.",
    act: "Change the call: the message names what was given, what is allowed, and the nearest right name. Do not repeat the same call.",
  },
  {
    name: "APIError",
    kindOf: "TrunklineError",
    short: "the API answered with an error status",
    when: "The answer has a status outside 2xx that is not a redirect. The statuses below have classes of their own. All other statuses, such as 402 or 410, give the vendor's base class, which is an `APIError`. `error.status`, `error.code`, `error.body`, `error.details`, `error.headers` and `error.requestId` come from the vendor. A stream ends with an `APIError` too if it reports a failure, by an event called `error` or by a value that contains an error. Then `error.status` is the status of the answer, mostly 200. If such an event has no data, the error has no `code`, no `body`, and no message of the vendor's.",
    act: "Branch on `error.code` or `error.status`, and give `error.requestId` to the vendor's support. `isAPIError(error, operation, status)` narrows `error.body`.",
  },
  {
    name: "BadRequestError",
    kindOf: "APIError",
    short: "400",
    when: "The API does not understand the request.",
    act: "Read the message, and change the arguments. The same request will fail again.",
  },
  {
    name: "AuthenticationError",
    kindOf: "APIError",
    short: "401",
    when: "The API does not accept the credential. Before the client throws this error, it renews a token that it got in exchange for a key, or calls the function that gives the key once more.",
    act: "Check the key and the environment that it belongs to. Do not repeat the call: repeated refusals can lock an account.",
  },
  {
    name: "PermissionDeniedError",
    kindOf: "APIError",
    short: "403",
    when: "The credential is valid, but does not have the right to do this.",
    act: "Give the key the right, or use another one.",
  },
  {
    name: "NotFoundError",
    kindOf: "APIError",
    short: "404",
    when: "The resource does not exist, or the credential does not have the right to see it.",
    act: "Check the id, and whether it belongs to this account and environment.",
  },
  {
    name: "ConflictError",
    kindOf: "APIError",
    short: "409",
    when: "The request contradicts the present state. If an earlier attempt with the same idempotency key was lost, the client repeats the request after a 409 by itself, because the 409 may mean that the first attempt is still under way.",
    act: "Read the present state, and decide again.",
  },
  {
    name: "UnprocessableEntityError",
    kindOf: "APIError",
    short: "422",
    when: "The API understands the request, but refuses its values. The message names the field if the answer does. It never shows the value.",
    act: "Change the field. `error.body` has all refused fields.",
  },
  {
    name: "RateLimitError",
    kindOf: "APIError",
    short: "429",
    when: "There were too many requests. Either the API asks for a wait that is longer than `maxRetryAfter`, or the attempts are used up. `error.retryAfter` is the wait in seconds, if the API names one.",
    act: "Call again after `error.retryAfter`, or raise `maxRetryAfter`. The client itself waits for shorter times. Meanwhile it holds back its other calls of the same quota (`quotas` of the document), or of the same operation if the document states no quota.",
  },
  {
    name: "InternalServerError",
    kindOf: "APIError",
    short: "5xx",
    when: "The API failed. If a repetition cannot do anything twice, the client has already repeated the request; `error.attempts` says how often it was sent.",
    act: "Try again later. A request that the client did not repeat, such as a POST without an idempotency key, may have been done: check that before you send it again.",
  },
  {
    name: "APIConnectionError",
    kindOf: "TrunklineError",
    short: "no answer, or half of one",
    when: "The connection could not be made, was lost, or broke off within the answer. `error.unsent` is true if the request certainly did not go out. The chain of `cause` has the errors of the JavaScript runtime.",
    act: "Check the address, the network and the certificate; the message names what failed. If `unsent` is true, nothing was done. Otherwise the request may have been done.",
  },
  {
    name: "APIConnectionTimeoutError",
    kindOf: "APIConnectionError",
    short: "`timeout`, `totalTimeout` or `idleTimeout` was over",
    when: "A limit ended the call, and the message names it. `timeout` limits each attempt, `totalTimeout` the whole call, and `idleTimeout` the silence within a body. The message says so if it was a limit of `fetch` itself.",
    act: "Raise that limit, or ask for less. The request may have been done.",
  },
  {
    name: "APIUserAbortError",
    kindOf: "APIConnectionError",
    short: "your own signal ended the call",
    when: "The `signal` of the call was aborted before the request was sent, while the call waited, or while the answer was read. The reason of the signal is the `cause`.",
    act: "Nothing: your own code aborted the call. The request may have been done, unless `unsent` is true.",
  },
  {
    name: "APIRedirectError",
    kindOf: "APIConnectionError",
    short: "a redirect that is not followed",
    when: "The server redirects to another origin, or in a way that would change the request. Credentials go only to their own origin, so nothing was sent to the other one.",
    act: "If the API has moved, set `baseURL`. Otherwise find out who answers at that address.",
  },
  {
    name: "APIResponseError",
    kindOf: "TrunklineError",
    short: "a success whose body is not what was promised",
    when: "The status says success, but the body is not what was promised: it is the HTML of a login page or a proxy, JSON that breaks off, or empty. `error.excerpt` is the beginning of the body.",
    act: "Look for what stands between you and the API: a proxy, a portal, a wrong `baseURL`. The client does not repeat the request.",
  },
  {
    name: "APIResponseTooLargeError",
    kindOf: "APIResponseError",
    short: "more than `maxResponseBytes`",
    when: "The decoded body is larger than the client may read into memory. The client stopped reading it, and does not repeat the request.",
    act: "Ask for less, read the body in parts with `asResponse()`, or raise `maxResponseBytes`.",
  },
  {
    name: "PageError",
    kindOf: "TrunklineError",
    short: "a walk over pages that cannot go on",
    when: "The server repeats a cursor or a page, contradicts its own total, or names a next page elsewhere; or the walk has reached `maxPages`. A page counts as repeated if it has the same items as the page before it, in the same order. If the order differs, because the list was sorted again meanwhile, the walk goes on: recognise such items by their ids. Any other error that ends a walk has `resume` too.",
    act: "Call the method with `error.resume` to go on where the walk ended. Report the contradiction to the vendor.",
  },
  {
    name: "QuotaError",
    kindOf: "TrunklineError",
    short: "no place in the client's `quota` within the time that the call may wait",
    when: "The client has a `quota`, and the request would have to wait longer for its place than `totalTimeout` of the call or `maxWait` of the quota allows. Nothing was sent. `@trunkline/runtime/quota` exports the class.",
    act: "Call again after `error.waitMs` milliseconds, or let the call wait longer.",
  },
  {
    name: "BulkError",
    kindOf: "TrunklineError",
    short: "a run over rows that ended before all rows were sent",
    when: "A run ends early in four cases: the next request would be refused as well (401, 403, 429 and other statuses that are not about rows); `maxFailures` requests in a row got no answer; the rows, `onProgress` or the journal throw; or its `signal` is aborted. `error.cause` says why, and `error.summary` says what became of the rows that were read. A loop over the run gets the fate of each of these rows before it gets the error. `@trunkline/runtime/bulk` exports the class.",
    act: "Correct what `error.cause` says. Then run the same rows with the same journal again: the run sends the rows that are left. Without a journal, send the rows whose fate is `unsent`; those whose fate is `unknown` may have been done.",
  },
];
