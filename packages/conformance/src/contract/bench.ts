import { type Mock, type PreferRule, type RecordedRequest, startMock } from "@trunkline/mock";
import { methodOf } from "./call.ts";
import { type Credentials, readSchemes, type Scheme } from "./credentials.ts";
import type { ClientPackage } from "./package.ts";
import type { ClientModule, ContractOptions } from "./types.ts";

/** What cases share: the package, its module, and one mock server for all. */
export interface Bench {
  readonly pack: ClientPackage;
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** Whether a fault of the document is a note, and not a failure. */
  readonly areFaultsNoted: boolean;
  module(): Promise<ClientModule>;
  /** The mock, with no rules and no requests. */
  mock(...rules: readonly PreferRule[]): Promise<Mock>;
  /** The mock as it stands. */
  peek(): Promise<Mock>;
  /** A new client that talks to the mock and never repeats a request. */
  client(credentials: Credentials["options"]): Promise<object>;
  /** Notes that a passed case covered these. */
  cover(marks: Marks): void;
  readonly covered: ReadonlySet<string>;
  close(): Promise<void>;
}

/** What a case covers, once it has passed. */
export interface Marks {
  readonly keys: readonly string[];
  readonly requests: readonly RecordedRequest[];
}

/** Sees the requests of passed cases, to note which fields they set. */
export type FieldReader = (request: RecordedRequest) => Iterable<string>;

export function createBench(pack: ClientPackage, options: ContractOptions, fieldsOf: FieldReader): Bench {
  const covered = new Set<string>();
  let loading: Promise<ClientModule> | undefined;
  let starting: Promise<Mock> | undefined;
  const module = (): Promise<ClientModule> => {
    loading ??= options.module === undefined ? pack.load() : Promise.resolve(options.module);
    return loading;
  };
  const started = (): Promise<Mock> => {
    starting ??= startMock(pack.document.file);
    return starting;
  };
  return {
    pack,
    schemes: readSchemes(pack),
    areFaultsNoted: options.documentFaults === "note",
    module,
    covered,
    async mock(...rules) {
      const mock = await started();
      mock.reset();
      for (const rule of rules) mock.prefer(rule);
      return mock;
    },
    peek: started,
    async client(credentials) {
      const Client = (await module())[pack.client];
      if (typeof Client !== "function")
        throw new Error(`The package does not export the class ${pack.client}.`);
      const { url } = await started();
      return Reflect.construct(Client, [{ baseURL: url, maxRetries: 0, ...credentials }]) as object;
    },
    cover({ keys, requests }) {
      for (const key of keys) covered.add(key);
      for (const request of requests) for (const field of fieldsOf(request)) covered.add(field);
    },
    async close() {
      await (await starting)?.close();
    },
  };
}

/** What came of a call: a value or an error, and the promise itself. */
export interface Outcome {
  readonly promise: unknown;
  readonly value: unknown;
  /** Set when the call threw or its promise was rejected. */
  readonly thrown: { readonly error: unknown } | undefined;
}

/** Calls a method and waits for what comes of it. A method that is not there is the case's own failure. */
export async function attempt(
  client: object,
  resource: string,
  method: string,
  args: readonly unknown[],
): Promise<Outcome> {
  const call = methodOf(client, resource, method);
  let promise: unknown;
  try {
    promise = call(...args);
    return { promise, value: await promise, thrown: undefined };
  } catch (error) {
    return { promise, value: undefined, thrown: { error } };
  }
}
