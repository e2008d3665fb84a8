import type { BulkModel, OperationModel } from "../model/operation-model.ts";
import type { Shape } from "../model/type-nodes.ts";
import type { Model } from "../model/types.ts";
import { eventMaps } from "../model/webhooks.ts";
import { readModel } from "../read-model.ts";
import { referencesOf, typeText, unionMembers } from "./type-text.ts";

/**
 * The names and types that a user of a client sees, without documentation. Two surfaces can be compared to say what a
 * change means for users.
 */
export interface Surface {
  /** Name of the client's class. */
  readonly client: string;
  /** Option -> environment variable that it is read from. */
  readonly options: Readonly<Record<string, string | null>>;
  /** Name -> base URL; the first is the default. */
  readonly environments: Readonly<Record<string, string>>;
  /** `programs.list` -> the method. Walking methods and deprecated aliases are methods too. */
  readonly methods: Readonly<Record<string, SurfaceMethod>>;
  /** Name of an exported type -> what it is. */
  readonly types: Readonly<Record<string, SurfaceType>>;
  /** Name of an error class -> statuses. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

export interface SurfaceMethod {
  /** `GET /programs/{id}` */
  readonly route: string;
  /**
   * The path parameter that comes before `params`, if there is exactly one: its name, and the alternatives of its type.
   */
  readonly argument?: { readonly name: string; readonly type: readonly string[] };
  /** Name of the type of `params`. */
  readonly params?: string;
  readonly paramsRequired?: true;
  /** Alternatives of what it returns; of a page, its items. */
  readonly returns: readonly string[];
  /** Name of the page's type. */
  readonly page?: string;
  /** It takes an idempotency key. */
  readonly keyed?: true;
  readonly deprecated?: true;
  /** If it is a former name: the method's present name. */
  readonly aliasOf?: string;
}

export interface SurfaceType {
  /** Who makes values of it: the caller (`input`), the client (`output`), or both. */
  readonly use: "input" | "output" | "both";
  /** Field -> its type's alternatives; `?` ends the name of a field that may be left out. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** What an interface extends. */
  readonly extends?: readonly string[];
  /** Alternatives of a type alias. */
  readonly alias?: readonly string[];
}

/**
 * The surface of the client that a document gives, under the names of the lock beside it.
 *
 * @param spec path of the document; `names.lock` and the overlays are read from its folder when they are there
 * @param env option of a secret -> the variable that a person chose for it
 * @throws DocumentError when the document cannot be read
 */
export async function readSurface(spec: string, env?: Readonly<Record<string, string>>): Promise<Surface> {
  return surfaceOf((await readModel(spec, env)).model);
}

/** The surface of a model. */
export function surfaceOf(model: Model): Surface {
  const uses = usesOf(model);
  return {
    client: model.client.name,
    options: sorted(model.client.credentials.map(({ option, env }) => [option, env ?? null])),
    environments: Object.fromEntries(model.client.environments.map(({ name, url }) => [name, url])),
    methods: sorted(model.operations.flatMap(methodsOf)),
    types: sorted(
      model.declarations.map(({ name, shape }) => [
        name,
        { use: uses.get(name) ?? "output", ...shapeOf(shape) },
      ]),
    ),
    errors: sorted([
      [model.errors.base, []],
      ...model.errors.classes.map(({ name, statuses }): [string, readonly string[]] => [name, statuses]),
    ]),
  };
}

function methodsOf(operation: OperationModel): [string, SurfaceMethod][] {
  const { resource, method, walk, bulk, aliases, httpMethod, path, params, page, result } = operation;
  const inPath = operation.parameters.filter((one) => one.in === "path");
  const [only] = inPath;
  const positional = inPath.length === 1 ? only : undefined;
  const own: SurfaceMethod = {
    route: `${httpMethod} ${path}`,
    ...(positional && { argument: { name: positional.arg, type: unionMembers(positional.type) } }),
    ...(params && { params: params.name }),
    ...(params?.required && { paramsRequired: true }),
    returns: unionMembers(page?.item ?? result.type),
    ...(page && { page: page.name }),
    ...(operation.keyed !== false && { keyed: true }),
    ...(operation.deprecated && { deprecated: true }),
  };
  const place = resource === "" ? "" : `${resource}.`;
  return [
    [`${place}${method}`, own],
    ...(walk === undefined ? [] : [[`${place}${walk.method}`, own] satisfies [string, SurfaceMethod]]),
    ...(bulk === undefined
      ? []
      : [[`${place}${bulk.method}`, bulkSurface(own, bulk)] satisfies [string, SurfaceMethod]]),
    ...aliases.map((alias): [string, SurfaceMethod] => [
      alias,
      { ...own, deprecated: true, aliasOf: `${place}${method}` },
    ]),
  ];
}

/** A method that takes any number of rows gives their fates. */
function bulkSurface(own: SurfaceMethod, { row, params }: BulkModel): SurfaceMethod {
  const { params: _, paramsRequired: __, keyed: ___, ...shared } = own;
  return {
    ...shared,
    ...(params && { params: params.name }),
    ...(params?.required && { paramsRequired: true }),
    returns: [`BulkRun<${typeText(row)}>`],
  };
}

function shapeOf(shape: Shape): Omit<SurfaceType, "use"> {
  if (shape.kind === "alias") return { alias: unionMembers(shape.type) };
  const fields = sorted(
    shape.properties.map(({ name, optional, type }) => [`${name}${optional ? "?" : ""}`, unionMembers(type)]),
  );
  if (shape.kind === "page") return { fields, extends: [`Page<${typeText(shape.item)}>`] };
  return {
    fields: shape.index === undefined ? fields : { ...fields, "[name]": unionMembers(shape.index) },
    ...(shape.extends.length > 0 && { extends: shape.extends.map(typeText) }),
  };
}

/** Types that callers make are reached from `params`; all others come from answers, errors and events. */
function usesOf({
  declarations,
  operations,
  webhooks,
  callbacks,
}: Model): ReadonlyMap<string, SurfaceType["use"]> {
  const shapes = new Map(declarations.map(({ name, shape }) => [name, shape]));
  const reach = (start: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    const queue = [...start];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const shape = shapes.get(name);
      if (seen.has(name) || shape === undefined) continue;
      seen.add(name);
      queue.push(...referencesOf(shape));
    }
    return seen;
  };
  const inputs = reach(
    operations.flatMap(({ params, parameters }) => [
      ...(params === undefined ? [] : [params.name]),
      ...parameters.flatMap(({ type }) => referencesOf({ kind: "alias", type })),
    ]),
  );
  const outputs = reach([
    ...operations.flatMap(({ result, page, errors }) => [
      ...referencesOf({ kind: "alias", type: result.type }),
      ...(page === undefined ? [] : [page.name]),
      ...errors.flatMap(({ body }) =>
        body === undefined ? [] : referencesOf({ kind: "alias", type: body }),
      ),
    ]),
    ...eventMaps({ webhooks, callbacks })
      .flatMap(({ events }) => events)
      .flatMap(({ type }) => referencesOf({ kind: "alias", type })),
  ]);
  return new Map(
    [...shapes.keys()].map((name) => {
      if (!inputs.has(name)) return [name, "output"];
      return [name, outputs.has(name) ? "both" : "input"];
    }),
  );
}

// Not localeCompare: its order differs between machines.
function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
