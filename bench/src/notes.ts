/** Where a target is missed: what is in the way, and what was tried. By bench; shown while one of its targets is missed. */
export const NOTES: Readonly<Record<string, readonly string[]>> = {
  call: [
    "What ours does beyond openapi-fetch: an abort controller and a timer (the second row has their price alone, most of what is left of the difference), the budget of retries, looking at redirects, credentials that can be renewed, refusing unknown parameters, and a page object that can go on. A profile shows no single place: of what is ours, nothing but the timer stands out.",
    "Over the server, calls are counted while much of the code is still being optimised: raw `fetch` with what ours gives it (the controller, `redirect: manual`, a user agent, the body as text) costs as much as ours within what rounds differ by, and openapi-fetch and the official client no less.",
    "The layers that a call goes through, each a function of its own, are eight promises more than one long function, and a promise for each step between the call and its caller, so that stacks name him: together less than rounds differ by. What was one copy of the request for each layer is one for all of them.",
    "Done: openapi-fetch out of typed calls, three promises, a dozen closures and copies fewer a call, hooks and log prepared only where somebody listens, secrets gathered only for what is shown.",
    "Tried without a gain that could be measured: copying a page's fields at once, a request and its redirects in one function, putting a key that stays the same once, keeping the timer of the last attempt so that Node.js need not make its list of timers anew.",
    "Not taken: one timer for all attempts would save most of the timer's price, but it would be a real one under the fake timers of a user's tests; a controller that is used again could end a body that somebody still reads.",
    "Peers that are cheaper have no time limit at all, or one by `AbortSignal.timeout`, which under garbage collection may never fire on Node.js 20 and 22.",
  ],
  cost: [
    "An error has a stack, with the frames of whoever waits for the call: the engine takes a fifth of an error's time to collect them. Looking for the key in the body and the header is another tenth; what else is dearer than a success is its own, classes, pointers and the fields of the error. Done: one search for each text, linear in its length, in place of a pattern for each secret, field and text.",
    "A body is copied while it is looked at, and the copy is given to JSON.stringify: no member is asked twice, so that what was looked at is what is written. Looking alone, without the copy, was 1.13 to 1.2 times JSON.stringify, but asked each member twice; asking for the descriptor of each member first was 1.5 to 1.6 times. Engines copy objects of a few shapes at once, and those of many shapes member by member, which is the difference of the two rows.",
  ],
  bundle: [
    "The second table says what each part costs. What a document does not use is not there: pages, each way to give a credential, token exchange, parameter styles, bodies other than JSON, idempotency keys, streams and server variables come with the packages that use them.",
    "What is left is promised to each client whatever its document says, in many small files of about the same size. The third table takes it away piece by piece: agora reaches its target only without hooks, log, preview, redirects, checks of the base URL, retries, time limits, answers and errors, and credentials. The sentences of the messages, which are not shortened, are a fifth of the smallest target; finding secrets however they are spelled is another fifth. A program with one typed call weighs as much as the whole client, since a client is one object with all of its resources.",
    "Tried, with little or no gain: classes of errors that differ by data alone, with a table of their names (compression sees the likeness already); operations without ids, named by the table that they stand in (small clients grow by it); operations as constants of their own; short names for the runtime's internal properties, for stack traces and dumps that nobody can read. Done: one table of limits.",
  ],
  import: [
    "Node.js compiles what it imports, whole: our runtime and client are several times the official client's code, as the bundle bench shows, and most of the difference is spent in the compiler. A bundled program has only the parts that it uses.",
    "A package that imports another one pays for that alone: the official client, which imports nothing, with one line that imports an empty package costs nearly as much more as the target allows. Node.js looks through a second `exports` with a regular expression that it then compiles (once per program, so free in a program that imports anything else), and reads a second package.json and file. So the target leaves next to nothing for the runtime's own code.",
    "Done: typed calls do not load openapi-fetch, and the runtime is one file, without doc comments. Tried: minified files, which are somewhat faster still; not taken, for stack traces that users can read. Not taken: a second file for what few documents use (bodies other than JSON, streams, links) would save AgentRef a little and cost as much to those who use them, and the runtime in each vendor's file would save more, and give a program with two vendors two of it.",
  ],
  generate: [
    "Beside what hey-api makes, ours makes openapi-typescript's types for the raw client, holds the document and each of its examples against their schemas, formats what it writes, and parses it all again and compares it with the model. Two threads share that work, and on a machine with two processors they compete for them with the formatter and the garbage collector.",
    "Done: openapi-typescript's transforms are called without the linter and bundler that its own entry runs first; the document and its types are made in a second thread while the first one checks and makes the client; the formatter, which is another program, works while the next part is made; the validator gets the schemas that examples need; comments are looked for without a second pass of the scanner; each thread's heap is kept small.",
    "Not taken: checks and verification left out for a document that is known, which is what makes the output safe to run; a worker that outlives the command.",
  ],
  pages: [
    "Sequential walks wait for the server nearly all the time; what they differ by is within what rounds differ by.",
    "What concurrency lacks to four times as fast is the first page, which is fetched alone, and what else the machine does: see its load above.",
  ],
};
