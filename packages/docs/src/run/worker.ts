import type { CompiledDocument, RecordedRequest } from "@trunkline/mock-fetch/compiled";
import { RUN_LIMITS, type RunMessage, type RunSpec, type ShownRequest } from "./contract.ts";
import { FILES } from "./files.ts";
import { errorText, inspect } from "./inspect.ts";
import { strikeOut } from "./strike-out.ts";

type CompiledFetch = (
  compiled: CompiledDocument,
  options: {
    readonly operation: string;
    readonly status?: number | undefined;
    readonly onRequest: (request: RecordedRequest, url: string) => void;
  },
) => typeof fetch;

/** What a sample is given in place of a module's surroundings. */
type Main = (
  require: (name: string) => unknown,
  exports: object,
  console: object,
  process: object,
) => Promise<unknown>;

type Options = Readonly<Record<string, unknown>>;
type Client = new (options: Options) => object;

/**
 * Makes a worker ready to run samples of a package: the text of a run calls `tlRun(spec, main)` once.
 *
 * @param module the package
 */
export function openEngine(module: Readonly<Record<string, unknown>>, compiledFetch: CompiledFetch): void {
  const say = sayOf(self as unknown as { postMessage(message: unknown): void });
  Object.assign(self, {
    tlRun: (spec: RunSpec, main: Main) => void run(module, compiledFetch, spec, main, say),
  });
}

type Say = (message: RunMessage) => void;

/** Says so much and no more. What runs here has no other way to speak. */
function sayOf(scope: { postMessage(message: unknown): void }): Say {
  const post = scope.postMessage.bind(scope);
  let messages = 0;
  let characters = 0;
  let isOver = false;
  return (message) => {
    if (isOver) return;
    messages += 1;
    characters += JSON.stringify(message).length;
    isOver = message.kind === "done" || messages > RUN_LIMITS.messages || characters > RUN_LIMITS.characters;
    post(isOver && message.kind !== "done" ? { kind: "flood" } : message);
  };
}

async function run(
  module: Readonly<Record<string, unknown>>,
  compiledFetch: CompiledFetch,
  spec: RunSpec,
  main: Main,
  say: Say,
): Promise<void> {
  const secrets = new Set(Object.values(spec.credentials));
  const strike = strikeOut(spec.compiled, secrets);
  const print = (...values: readonly unknown[]): void =>
    say({ kind: "print", text: strike.text(cut(values.map(inspect).join(" "))) });
  const fail = (error: unknown): void => say({ kind: "error", text: strike.text(cut(errorText(error))) });
  const send = compiledFetch(spec.compiled, {
    operation: spec.route,
    status: spec.status,
    onRequest: (request, url) => {
      say({ kind: "request", request: strike.request(shown(request, url)) });
      if (request.operation === undefined)
        say({
          kind: "error",
          text: `This page has the answers of ${spec.route} alone: other methods have pages of their own.`,
        });
    },
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(event.reason);
  });
  const exported = {
    ...module,
    [spec.client]: standIn(module[spec.client] as Client, spec, send, secrets),
  };
  const require = (name: string): unknown => {
    if (name === spec.packageName) return exported;
    if (name === "node:fs") return FILES;
    throw new Error(
      `This page has ${spec.packageName} and nothing else: it cannot import ${JSON.stringify(name)}.`,
    );
  };
  const console = {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    table: print,
    dir: print,
  };
  try {
    const result = await main(require, {}, console, { env: { ...spec.env } });
    if (result !== undefined) print(result instanceof Response ? await ofResponse(result) : result);
    // What nobody awaits may still speak.
    await new Promise((done) => setTimeout(done, 30));
  } catch (error) {
    fail(error);
  }
  say({ kind: "done" });
}

function cut(text: string): string {
  return text.length > RUN_LIMITS.text ? `${text.slice(0, RUN_LIMITS.text)}… (cut)` : text;
}

async function ofResponse(response: Response): Promise<string> {
  const { size } = await response.clone().blob();
  return `${inspect(response).slice(0, -2)}, bytes: ${size} }`;
}

/** The client under its own name, as a browser must have it, over answers of the document. */
function standIn(
  Client: Client,
  spec: RunSpec,
  fetch: typeof globalThis.fetch,
  secrets: Set<string>,
): Client {
  return {
    [spec.client]: class extends Client {
      constructor(given: Options = {}) {
        const own = Object.keys(spec.credentials).flatMap((name) => given[name] ?? []);
        // What somebody pastes here is a secret as well.
        for (const value of own) if (typeof value === "string" && value !== "") secrets.add(value);
        const credentials = own.length === 0 ? spec.credentials : {};
        super({ maxRetries: 0, ...credentials, ...given, fetch, dangerouslyAllowBrowser: true });
      }
    },
  }[spec.client] as Client;
}

function shown({ method, headers, body, answer }: RecordedRequest, url: string): ShownRequest {
  const parts = body?.parts?.map(({ name, filename, text }) =>
    filename === undefined ? `${name}: ${text}` : `${name}: the file ${filename}`,
  );
  return {
    method,
    url,
    headers: Object.entries(headers),
    body: body && cut(parts?.join("\n") ?? body.text),
    status: answer?.status,
  };
}
