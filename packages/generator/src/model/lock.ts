import type { JsonObject, Read } from "@trunkline/document";
import type { LockedCredential, LockedOperation, NamesLock } from "../names/lock.ts";
import type { CredentialSource, SchemeModel } from "./credentials-model.ts";
import { isInput } from "./name-types.ts";
import type { OperationModel } from "./operation-model.ts";
import { variantKey } from "./routes.ts";
import type { Draft } from "./schemas/types.ts";
import type { Model } from "./types.ts";

/** The lock of a model: every name that it uses, and none that it does not. */
export function mergeLock(
  { client, resources, operations }: Pick<Model, "client" | "resources" | "operations">,
  drafts: ReadonlyMap<string, Draft>,
  names: ReadonlyMap<string, string>,
  settings: Read<"document">,
  leftOut: readonly string[],
): NamesLock {
  const locked = (list: readonly OperationModel[]): Record<string, LockedOperation> =>
    Object.fromEntries(list.map((operation) => [keyOf(operation), lockedOperation(operation)]));
  const variants = operations.filter(({ variant }) => variant !== undefined);
  const types: Record<string, string> = {};
  const inputs: Record<string, string> = {};
  for (const draft of drafts.values()) {
    (isInput(draft) ? inputs : types)[draft.pointer] = names.get(draft.key) ?? draft.wanted;
  }
  return {
    version: 1,
    client: client.name,
    operations: locked(operations.filter(({ variant }) => variant === undefined)),
    ...(variants.length === 0 ? {} : { variants: locked(variants) }),
    resources: Object.fromEntries(resources.map(({ id, className }) => [id, className])),
    types,
    inputs,
    ...(client.credentials.length === 0 ? {} : { credentials: lockedCredentials(client.schemes) }),
    ...guessedOf(client, settings),
    ...(leftOut.length === 0 ? {} : { leftOut: [...leftOut].sort() }),
  };
}

/** What the client does and the document does not say. */
function guessedOf(
  { idempotency, errorFields }: Model["client"],
  settings: Read<"document">,
): Pick<NamesLock, "guessed"> {
  const { requestIdHeaders } = errorFields;
  const isKeyGuessed = idempotency !== undefined && settings.idempotency === undefined;
  const isIdGuessed = requestIdHeaders !== undefined && settings.errors?.requestIdHeaders === undefined;
  const guessed: JsonObject = {
    ...(isKeyGuessed ? { idempotency: { ...idempotency } } : {}),
    ...(isIdGuessed ? { errors: { requestIdHeaders } } : {}),
  };
  return Object.keys(guessed).length === 0 ? {} : { guessed };
}

function lockedCredentials(schemes: readonly SchemeModel[]): NonNullable<NamesLock["credentials"]> {
  const secret = ({ option, env }: CredentialSource): LockedCredential =>
    env === undefined ? { option } : { option, env };
  const all = schemes.flatMap((scheme): [string, Record<string, LockedCredential>][] => {
    switch (scheme.kind) {
      case "mutualTLS":
        return [];
      case "basic":
        return [[scheme.id, { username: secret(scheme.username), password: secret(scheme.password) }]];
      case "tokenExchange":
        return [[scheme.id, { secret: secret(scheme.source), key: secret(scheme.exchange.source) }]];
      case "clientCredentials": {
        const { source, clientId, clientSecret } = scheme;
        const secrets = { clientId: secret(clientId), clientSecret: secret(clientSecret) };
        return [[scheme.id, { secret: secret(source), ...secrets }]];
      }
      default:
        return [[scheme.id, { secret: secret(scheme.source) }]];
    }
  });
  return Object.fromEntries(all);
}

/** The lock with all methods in one map, as the model names them. */
export function flatLock(lock: NamesLock): NamesLock {
  return { ...lock, operations: { ...lock.operations, ...lock.variants } };
}

function keyOf({ httpMethod, path, variant }: OperationModel): string {
  const key = `${httpMethod} ${path}`;
  return variant === undefined ? key : variantKey(key, variant);
}

function lockedOperation(operation: OperationModel): LockedOperation {
  const names = (place: string): string[] =>
    operation.parameters.filter((one) => one.in === place).map((one) => one.wire);
  const { page, result, params, walk, bulk, body } = operation;
  const resultName = page?.name ?? (result.type.kind === "reference" ? result.type.name : undefined);
  const cookie = names("cookie");
  const media = body?.mediaType;
  return {
    id: operation.id,
    resource: operation.resource,
    method: operation.method,
    ...(walk === undefined ? {} : { walk: walk.method }),
    ...(bulk === undefined ? {} : { bulk: bulk.method }),
    ...(page === undefined ? {} : { paged: true }),
    ...(page?.guessed === undefined ? {} : { pagination: page.guessed }),
    ...(operation.fixed === undefined ? {} : { fixed: operation.fixed }),
    ...(media === undefined || media === "application/json" ? {} : { media }),
    aliases: operation.aliases,
    path: names("path"),
    query: names("query"),
    header: names("header"),
    ...(cookie.length === 0 ? {} : { cookie }),
    body: body?.placement ?? "none",
    nested: { ...operation.nested } as Record<string, string>,
    types: {
      ...(params === undefined ? {} : { params: params.name }),
      ...(resultName === undefined ? {} : { result: resultName }),
      ...(bulk?.params === undefined ? {} : { bulk: bulk.params.name }),
    },
  };
}
