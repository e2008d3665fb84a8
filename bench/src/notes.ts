/** Where a target is missed: what is in the way, and what was tried. By bench; shown while one of its targets is missed. */
export const NOTES: Readonly<Record<string, readonly string[]>> = {
  call: [
    "What ours does beyond openapi-fetch: an abort controller and a timer (the second row has their price alone), the budget of retries, looking at redirects, credentials that can be renewed, refusing unknown parameters, and a page object that can go on. A profile shows no single place: of what is ours, only the timer has more than a few hundredths of the time.",
    "Tried without a gain that could be measured: two promises fewer a call, copying a page's fields at once, keeping the timer of the last attempt so that Node.js need not make its list of timers anew.",
    "Not taken: one timer for all attempts would save most of the timer's price, but it would be a real one under the fake timers of a user's tests; a controller that is used again could end a body that somebody still reads.",
    "Peers that are cheaper have no time limit at all, or one by `AbortSignal.timeout`, which under garbage collection may never fire on Node.js 20 and 22.",
  ],
  bundle: [
    "The second table says what each part costs. What a document does not use is not there: pages, each way to give a credential, token exchange, parameter styles, bodies other than JSON, idempotency keys, streams and server variables come with the packages that use them.",
    "What is left is promised to each client whatever its document says: time limits, retries, redirects, secrets kept out of errors, errors that tell what to do, hooks and log, `preview()`, routes of no document. The targets cannot be met without taking some of it away; the sentences of the messages, which are not shortened, are a quarter of the smallest target.",
    "Tried: short names for the runtime's internal properties. Under 2 %, for stack traces and dumps that nobody can read.",
  ],
  import: [
    "Node.js compiles what it imports, whole: our runtime and client are several times the official client's code, as the bundle bench shows, and most of the difference is spent in the compiler. A bundled program has only the parts that it uses.",
    "Done: the runtime is one file beside its entries, without doc comments. Tried: minified files, which are somewhat faster still; not taken, for stack traces that users can read.",
  ],
  generate: [
    "Ours runs openapi-typescript as a part of its work (the raw client's schema), and beside that checks the document and its examples, writes and formats the client, and reads each written file again.",
  ],
  pages: [
    "Sequential walks wait for the server nearly all the time; what they differ by is within what rounds differ by.",
    "What concurrency lacks to four times as fast is the first page, which is fetched alone, and what else the machine does: see its load above.",
  ],
};
