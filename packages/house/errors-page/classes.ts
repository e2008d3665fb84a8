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
    when: "An argument, an option or a credential is missing or cannot be sent as it is: a path parameter that is empty, an option that nothing reads, a key with a line break in it, no credential at all, a list within an object of a query where the document does not say how such lists are written (the key `lists` of `x-trunkline`, which an overlay can add), a `fetch` that resolves with what is not an answer. Nothing was sent, but for a `fetch` or a dispatcher that does not fit, which was asked once.",
    act: "Change the call: the message names what was given, what is allowed, and the nearest right name. Do not repeat it.",
  },
  {
    name: "APIError",
    kindOf: "TrunklineError",
    short: "the API answered with an error status",
    when: "Any status outside 2xx that is not a redirect. The statuses below have classes of their own; all others, such as 402 or 410, are the vendor's base class, which is an `APIError`. `error.status`, `error.code`, `error.body`, `error.details`, `error.headers` and `error.requestId` are the vendor's words. A stream that says that it failed, by an event called `error` or a value that holds one, ends with one too: its status is that of the answer, mostly 200. An event without data says no more than that, and so does the error: it has no `code`, no `body`, and no words of the vendor's.",
    act: "Branch on `error.code` or `error.status`, and give `error.requestId` to the vendor's support. `isAPIError(error, operation, status)` narrows `error.body`.",
  },
  {
    name: "BadRequestError",
    kindOf: "APIError",
    short: "400",
    when: "The API does not understand the request.",
    act: "Read the message, change the arguments. It will be the same next time.",
  },
  {
    name: "AuthenticationError",
    kindOf: "APIError",
    short: "401",
    when: "The API does not accept the credential. Before it is thrown, a token was renewed, or the function that gives the key asked once more, where there is one.",
    act: "Check the key and the environment that it belongs to. Do not repeat it: that locks accounts.",
  },
  {
    name: "PermissionDeniedError",
    kindOf: "APIError",
    short: "403",
    when: "The credential is good, and may not do this.",
    act: "Give the key the right, or use another one.",
  },
  {
    name: "NotFoundError",
    kindOf: "APIError",
    short: "404",
    when: "There is no such thing, or the credential may not know of it.",
    act: "Check the id, and whether it belongs to this account and environment.",
  },
  {
    name: "ConflictError",
    kindOf: "APIError",
    short: "409",
    when: "The request contradicts what is there. After an attempt that was lost under the same idempotency key, a 409 is asked again by itself, since it may say that the first one is still under way.",
    act: "Read what is there now, and decide anew.",
  },
  {
    name: "UnprocessableEntityError",
    kindOf: "APIError",
    short: "422",
    when: "The API understands the request and refuses its values. The message names the field where the answer does, and never what was given.",
    act: "Change the field; `error.body` has all of them.",
  },
  {
    name: "RateLimitError",
    kindOf: "APIError",
    short: "429",
    when: "There were too many requests, and the wait that the API asks for is longer than `maxRetryAfter`, or the attempts are used up. `error.retryAfter` is the wait in seconds, where the API names one.",
    act: "Come back after `error.retryAfter`, or raise `maxRetryAfter`. Shorter waits are kept by the client itself, which holds back its other calls of the same quota too (`quotas` of the document), or of the operation where the document states none.",
  },
  {
    name: "InternalServerError",
    kindOf: "APIError",
    short: "5xx",
    when: "The API failed. Where that cannot do a thing twice the request was sent again first: `error.attempts` says how often.",
    act: "Try again later. A request that was not repeated, as a POST without a key, may have been done: look before you send it again.",
  },
  {
    name: "APIConnectionError",
    kindOf: "TrunklineError",
    short: "no answer, or half of one",
    when: "The connection could not be made, was lost, or broke off within the answer. `error.unsent` is true where the request certainly did not go out; the chain of `cause` has what the runtime said.",
    act: "Check address, network and certificate, which the message names. With `unsent: true` nothing was done; otherwise the request may have been.",
  },
  {
    name: "APIConnectionTimeoutError",
    kindOf: "APIConnectionError",
    short: "`timeout`, `totalTimeout` or `idleTimeout` was over",
    when: "The message names the limit that ended the call: `timeout` is each attempt's, `totalTimeout` the whole call's, `idleTimeout` that of a body that falls silent. A limit of `fetch` itself is told apart.",
    act: "Raise that limit, or ask for less. The request may have been done.",
  },
  {
    name: "APIUserAbortError",
    kindOf: "APIConnectionError",
    short: "your own signal ended the call",
    when: "The `signal` of the call was aborted, before or while it was sent, waited for or read. Its reason is the `cause`.",
    act: "Nothing: you did it. The request may have been done, unless `unsent` is true.",
  },
  {
    name: "APIRedirectError",
    kindOf: "APIConnectionError",
    short: "a redirect that is not followed",
    when: "The server leads to another origin, or in a way that would change the request. Credentials stay with their own origin, so that nothing was sent there.",
    act: "If the API has moved, set `baseURL`. Otherwise ask who answers at that address.",
  },
  {
    name: "APIResponseError",
    kindOf: "TrunklineError",
    short: "a success whose body is not what was promised",
    when: "The status says success, and the body is not what was promised: HTML of a login page or a proxy, JSON that breaks off, nothing at all. `error.excerpt` is its beginning.",
    act: "Look at what stands between you and the API: a proxy, a portal, a wrong `baseURL`. It is not repeated.",
  },
  {
    name: "APIResponseTooLargeError",
    kindOf: "APIResponseError",
    short: "more than `maxResponseBytes`",
    when: "The body, decoded, is larger than may be read into memory. It was left there, and is not asked for again.",
    act: "Ask for less, read it bit by bit by `asResponse()`, or raise `maxResponseBytes`.",
  },
  {
    name: "PageError",
    kindOf: "TrunklineError",
    short: "a walk over pages that cannot go on",
    when: "The server repeats a cursor or a page, contradicts its own total, leads elsewhere, or `maxPages` is reached. Two pages in a row are one page again where they hold the same items in the same order; in another order, as of a list that is sorted anew while it is read, they are two, and the walk goes on: know such items by their ids. Any other error that ends a walk has `resume` too.",
    act: "Call the method with `error.resume` to go on where the walk ended; report the vendor's contradiction.",
  },
  {
    name: "QuotaError",
    kindOf: "TrunklineError",
    short: "no place in the client's `quota` within the time that the call may wait",
    when: "The client has a `quota` (`@trunkline/runtime/quota`, which exports the class), and the request would have to wait longer for its place than `totalTimeout` of the call or `maxWait` of the quota allows. Nothing was sent.",
    act: "Call again after `error.waitMs` milliseconds, or let the call wait longer.",
  },
  {
    name: "BulkError",
    kindOf: "TrunklineError",
    short: "a run over rows that ended before all rows were sent",
    when: "`@trunkline/runtime/bulk` exports the class. A run ends early where the next request would be refused as well (401, 403, 429 and others that are not about rows), where `maxFailures` requests in a row got no answer, where the rows, `onProgress` or the journal throw, and by its `signal`. `error.cause` says why, and `error.summary` what became of the rows that were read; a loop over the run first gives the fate of each.",
    act: "Mend what `error.cause` says. Then run the same rows with the same journal again: it sends what is left. Without a journal, send the rows whose fate is `unsent`; those whose fate is `unknown` may have been done.",
  },
];
