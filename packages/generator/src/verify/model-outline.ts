import { errorBodyKey } from "../model/errors.ts";
import { shapeKey } from "../model/nodes.ts";
import type { Declaration, PropertyModel, TypeNode } from "../model/type-nodes.ts";
import type { Model, OperationModel, ResourceModel } from "../model/types.ts";
import { eventMaps } from "../model/webhooks.ts";
import { group } from "./outline.ts";

/** The outline that a type of the model must have. */
export function modelType(node: TypeNode): string {
  switch (node.kind) {
    case "primitive":
    case "reference":
    case "external":
      return node.name;
    case "literal":
      return typeof node.value === "string" ? JSON.stringify(node.value) : String(node.value);
    case "other":
      return group("&", [node.name, "{}"]);
    case "array":
      return group("[]", [modelType(node.items)]);
    case "iterable":
      return `AsyncIterable<${modelType(node.items)}>`;
    case "tuple":
      return group("tuple", [
        ...node.items.map((item, index) => `${modelType(item)}${index < node.optionalFrom ? "" : "?"}`),
        ...(node.rest === undefined ? [] : [`...${group("[]", [modelType(node.rest)])}`]),
      ]);
    case "object":
      if (node.properties.length > 0) return modelMembers(node.properties, node.index);
      return node.index === undefined ? "object" : `{[]:${modelType(node.index)}}`;
    case "union":
      return group("|", flat(node));
    case "intersection":
      return group("&", flat(node));
  }
}

function flat({ kind, members }: TypeNode & { readonly kind: "union" | "intersection" }): string[] {
  return members.flatMap((member) =>
    member.kind === kind ? flat({ ...member, kind }) : [modelType(member)],
  );
}

function modelMembers(properties: readonly PropertyModel[], index: TypeNode | undefined): string {
  const members = properties.map(({ name, optional, type }) => {
    const own = modelType(type);
    return `${JSON.stringify(name)}${optional ? "?" : ""}:${optional ? withUndefined(type) : own}`;
  });
  return `{${[...members, ...(index === undefined ? [] : [`[]:${modelType(index)}`])].join(";")}}`;
}

function withUndefined(type: TypeNode): string {
  if (type.kind === "primitive" && (type.name === "unknown" || type.name === "undefined")) return type.name;
  return type.kind === "union"
    ? group("|", [...flat(type), "undefined"])
    : group("|", [modelType(type), "undefined"]);
}

/** The outline of an exported type. */
export function modelDeclaration({ name, shape }: Declaration): string {
  switch (shape.kind) {
    case "alias":
      return `export type ${name}=${modelType(shape.type)}`;
    case "page":
      return `export interface ${name} extends Page<${modelType(shape.item)}>${modelMembers(shape.properties, undefined)}`;
    case "interface": {
      const bases = shape.extends.map(modelType).join(",");
      return `export interface ${name}${bases === "" ? "" : ` extends ${bases}`}${modelMembers(shape.properties, shape.index)}`;
    }
  }
}

/** The outline of `export class …` of a resource. */
export function modelResource(resource: ResourceModel, model: Model): string {
  const children = model.resources.filter(({ id }) => resource.children.includes(id));
  const own = resource.operations.flatMap((operation) => modelMethods(operation));
  const aliases = model.operations.flatMap((operation) =>
    operation.aliases
      .filter((alias) => alias.slice(0, Math.max(alias.lastIndexOf("."), 0)) === resource.id)
      .map((alias) => {
        const name = alias.slice(alias.lastIndexOf(".") + 1);
        return modelMethod(operation, name, operation.resource === resource.id ? operation.method : name);
      }),
  );
  const made = children.map(
    ({ property, className }) => `this.${property}=${group(`new ${className}`, ["client"])}`,
  );
  const members = [
    ...children.map(({ property, className }) => `readonly ${property}:${className}`),
    ...(children.length === 0
      ? []
      : [`constructor(client:APIClient){${[group("super", ["client"]), ...made].join(";")}}`]),
    ...own,
    ...aliases,
  ];
  return `export class ${resource.className} extends APIResource{${members.join(";")}}`;
}

function modelMethods(operation: OperationModel): string[] {
  const { walk, method } = operation;
  const limit = operation.nested.query === undefined ? operation.page?.styles[0]?.limit : undefined;
  const walkGiven =
    walk?.limit === undefined || limit === undefined
      ? "params"
      : `{${JSON.stringify(limit.replace(/^\//, ""))}:${walk.limit},...params}`;
  return [
    modelMethod(operation, method, method),
    ...(walk === undefined ? [] : [modelMethod(operation, walk.method, method, walkGiven)]),
  ];
}

function givenOf({ fixed }: OperationModel): string {
  return fixed === undefined ? "params" : `{...params,${JSON.stringify(fixed)}:true}`;
}

function modelMethod(
  operation: OperationModel,
  name: string,
  key: string,
  given = givenOf(operation),
): string {
  const path = operation.parameters.filter((one) => one.in === "path");
  const positional = path.length === 1 ? path : [];
  const { params, page, result } = operation;
  const parameters = [
    ...positional.map(({ arg, type }) => `${arg}:${modelType(type)}`),
    `params${params?.required ? "" : "?"}:${params?.name ?? "NoParams"}`,
    `options?:${operation.keyed === false ? "RequestOptions" : "IdempotentRequestOptions"}`,
  ];
  const call = [`operations.${key}`, given, "options", ...positional.map(({ arg }) => arg)];
  const [type, make] =
    page === undefined
      ? [`APIPromise<${modelType(result.type)}>`, "this._call"]
      : [`PagePromise<${page.name},${modelType(page.item)}>`, "this._page"];
  return `${name}(${parameters.join(",")}):${type}{return ${group(make, call)}}`;
}

/** Outlines of `src/client.ts` after its definition. */
export function modelClient({ client, resources }: Model): readonly string[] {
  const { name, optionsName } = client;
  const secrets = client.credentials.map(
    ({ option }) => `${JSON.stringify(option)}?:|(Credential,undefined)`,
  );
  const names = client.environments.map((one) => JSON.stringify(one.name));
  const environment = names.length === 0 ? [] : [`"environment"?:${group("|", [...names, "undefined"])}`];
  const variables = client.variables.map(({ option, values }) => {
    const type = values.length === 0 ? ["string"] : values.map((value) => JSON.stringify(value));
    return `${JSON.stringify(option)}?:${group("|", [...type, "undefined"])}`;
  });
  const members = [...secrets, ...environment, ...variables];
  const options =
    members.length === 0
      ? `export type ${optionsName}=ClientOptions`
      : `export interface ${optionsName} extends ClientOptions{${members.join(";")}}`;
  const held = resources
    .filter(({ parent }) => parent === undefined)
    .map(
      ({ property, className }) => `readonly ${property}:${className}=${group(`new ${className}`, ["this"])}`,
    );
  const maker = `constructor(options:${optionsName}={}){${group("super", ["definition", "options"])}}`;
  return [options, `export class ${name} extends APIClient<${optionsName}>{${[...held, maker].join(";")}}`];
}

/** Outlines of the classes of `src/errors.ts`. */
export function modelErrors({ client, errors }: Model): readonly string[] {
  const classOf = (name: string, parent: string, statuses: readonly string[]): string => {
    const list = statuses.map((status) => (/^\d+$/.test(status) ? status : JSON.stringify(status)));
    const call = group("isErrorOf", ["value", JSON.stringify(client.name), ...list]);
    return `export class ${name} extends ${parent}{static override Symbol.hasInstance(value:unknown):boolean{return ${call}}}`;
  };
  return [
    classOf(errors.base, "APIError", []),
    ...errors.classes
      .filter(({ name }) => name !== errors.base)
      .map(({ name, statuses }) => classOf(name, errors.base, statuses)),
  ];
}

/** The outline of the map operation -> status -> body. */
export function modelErrorBodies({ errors, operations }: Model): string {
  const entries = operations.flatMap(({ id, errors: answers }) => {
    const groups = new Map<string, { readonly statuses: string[]; readonly type: TypeNode }>();
    for (const { status, body } of answers) {
      const key = errorBodyKey(status);
      if (body === undefined || key === undefined) continue;
      const known = groups.get(shapeKey(body)) ?? { statuses: [], type: body };
      known.statuses.push(JSON.stringify(key));
      groups.set(shapeKey(body), known);
    }
    const records = [...groups.values()].map(({ statuses, type }) => {
      const list = statuses.length === 1 ? statuses.join() : group("|", statuses);
      return `Record<${list},${modelType(type)}>`;
    });
    if (records.length === 0) return [];
    return [`${JSON.stringify(id)}:${records.length === 1 ? records.join() : group("&", records)}`];
  });
  if (entries.length === 0) return `export type ${errors.bodies}=Record<never,never>`;
  return `export interface ${errors.bodies}{${entries.join(";")}}`;
}

/** The outlines of the interfaces event -> payload. */
export function modelWebhooks(model: Model): readonly string[] {
  return eventMaps(model).map(({ name, events }) => {
    const members = events.map(({ event, type }) => `${JSON.stringify(event)}:${modelType(type)}`);
    return `export interface ${name}{${members.join(";")}}`;
  });
}
