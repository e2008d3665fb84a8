import { DATES } from "../emit/typescript/dates-file.ts";
import { INT64 } from "../emit/typescript/int64-file.ts";
import { groupBy } from "../group-by.ts";
import { aliasesOf } from "../model/aliases.ts";
import { sharedPageNames } from "../model/page-key.ts";
import { ownOperations } from "../model/resources.ts";
import type { Model, ResourceModel } from "../model/types.ts";
import { eventMaps } from "../model/webhooks.ts";

/** What a file declares, by names alone. */
export interface Declared {
  /** Declarations but constants, in order: `class Things list get` with its members, `interface Thing`, `type Thing`. */
  readonly statements: readonly string[];
  /** Names of constants that may stand beside them. */
  readonly constants: RegExp;
  /** Keys of the constant `operations`. */
  readonly operations: readonly string[];
  /** Names that other files may import. */
  readonly exports: readonly string[];
  /** Names that are the package's own, and not its users'. @default false */
  readonly isInternal?: boolean;
  /** Exports names of other files and of the runtime beside its own. @default false */
  readonly passesOn?: boolean;
}

/** Files that a model has -> what must be declared in them. */
export function declaredBy(model: Model): ReadonlyMap<string, Declared> {
  const { client, errors, resources } = model;
  const none = { constants: /^$/, operations: [] };
  const files = new Map<string, Declared>();
  const top = resources.filter(({ parent }) => parent === undefined).map(({ property }) => property);
  const own = membersOf({ id: "", operations: ownOperations(model) }, model);
  files.set("src/client.ts", {
    statements: [
      client.optionsName,
      `class ${[client.name, ...top, "constructor", ...own.methods].join(" ")}`,
    ],
    constants: /^operations$/,
    operations: own.operations,
    exports: [client.name, client.optionsName],
  });
  files.set("src/definition.ts", {
    ...none,
    statements: [],
    constants: /^definition$/,
    exports: ["definition"],
    isInternal: true,
  });
  const classes = [
    errors.base,
    ...errors.classes.map(({ name }) => name).filter((one) => one !== errors.base),
  ];
  files.set("src/errors.ts", {
    ...none,
    statements: [...classes.map((name) => `class ${name} name []`), errors.bodies],
    constants: /^isAPIError$/,
    exports: [...classes, errors.bodies, "isAPIError"],
  });
  const types = groupBy(model.declarations, ({ resource }) => resource);
  const namesOf = (resource: string | undefined): string[] =>
    (types.get(resource) ?? []).map(({ name }) => name);
  const properties = new Map(resources.map(({ id, property }) => [id, property]));
  for (const resource of resources) {
    const { id, className, file, children } = resource;
    const held = children.flatMap((child) => properties.get(child) ?? []);
    const maker = held.length === 0 ? [] : ["constructor"];
    const { methods, operations } = membersOf(resource, model);
    const members = [...held, ...maker, ...methods];
    const own = namesOf(id);
    files.set(`src/resources/${file}.ts`, {
      statements: [`class ${[className, ...members].join(" ")}`, ...own],
      constants: /^operations$/,
      operations,
      exports: [className, ...own],
    });
  }
  if (model.dates !== undefined) {
    files.set("src/dates.ts", {
      ...none,
      statements: [],
      constants: /^dates$/,
      exports: [DATES],
      isInternal: true,
    });
  }
  if (model.int64 !== undefined) {
    files.set("src/int64.ts", {
      ...none,
      statements: [],
      constants: /^exact$/,
      exports: [INT64],
      isInternal: true,
    });
  }
  const pages = [...sharedPageNames(model).values()];
  if (pages.length > 0) {
    files.set("src/pages.ts", {
      ...none,
      statements: [],
      constants: /^pages\d*$/,
      exports: pages,
      isInternal: true,
    });
  }
  const signed = model.webhooks?.signed;
  const shared = [
    ...namesOf(undefined),
    ...eventMaps(model).map(({ name }) => name),
    ...(signed === undefined ? [] : [signed.union]),
  ];
  if (signed !== undefined) {
    files.set("src/webhooks.ts", {
      ...none,
      statements: [],
      constants: /^(?:scheme|unwrap|unsafeUnwrap|sign|dedupeKey)$/,
      exports: [],
      isInternal: true,
      passesOn: true,
    });
  }
  if (shared.length > 0) files.set("src/types.ts", { ...none, statements: shared, exports: shared });
  return files;
}

/** Names of the methods of a class, and keys of its constant `operations`. */
function membersOf(
  holder: Pick<ResourceModel, "id" | "operations">,
  model: Model,
): { readonly methods: readonly string[]; readonly operations: readonly string[] } {
  const former = aliasesOf(holder, model);
  const methods = holder.operations.flatMap(({ method, walk, bulk }) => [
    method,
    ...(walk === undefined ? [] : [walk.method]),
    ...(bulk === undefined ? [] : [bulk.method]),
  ]);
  return {
    methods: [...methods, ...former.map(({ name }) => name)],
    operations: [
      ...holder.operations.map(({ method }) => method),
      ...former.filter(({ isForeign }) => isForeign).map(({ key }) => key),
    ],
  };
}
