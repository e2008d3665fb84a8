import { readExtension, sentPath, stringField } from "@trunkline/document";
import type { LockedOperation, NamesLock } from "../names/lock.ts";
import { joinId, splitId } from "../names/operation-id.ts";
import { isReading, nameOperation, type OperationName } from "../names/operations.ts";
import { clientMembers, resourceMembers } from "../names/reserved.ts";
import { createScope, type Scope } from "../names/scope.ts";
import { type Nameable, survey } from "../names/survey.ts";
import { camelCase } from "../names/words.ts";
import type { Route } from "./routes.ts";
import { variantSuffix } from "./variants.ts";

/** An operation with the place that it has on the client. */
export interface NamedRoute {
  readonly route: Route;
  readonly id: string;
  readonly resource: string;
  readonly method: string;
  /** Former `resource.method` names. */
  readonly aliases: readonly string[];
  /** The name was inferred: not in the lock, nor said by the document. */
  readonly isGuess: boolean;
  /** What the guess was made of. */
  readonly reason: string;
}

interface Proposal {
  readonly route: Route;
  readonly resource: string;
  readonly method: string;
  /** For where nothing else has that name. */
  readonly short: string | undefined;
  /** For where the method's name is taken. */
  readonly otherwise: readonly string[];
  readonly isExplicit: boolean;
  readonly reason: string;
}

/** A route in another form is called after the route's own method. */
interface VariantProposal {
  readonly route: Route;
  readonly main: Route;
  readonly suffix: string;
}

/**
 * Gives every operation its resource and method. Names in the lock come first and stay; a document that says another
 * name itself gets it, and the old one goes on as an alias.
 */
export function nameRoutes(
  routes: readonly Route[],
  lock: NamesLock | undefined,
  givesList: (route: Route) => boolean | undefined,
  client?: string,
): NamedRoute[] {
  const scopes = new Map<string, Scope>();
  const scopeOf = (resource: string): Scope => {
    const known = scopes.get(resource);
    if (known !== undefined) return known;
    const members = resource === "" ? clientMembers : resourceMembers;
    const scope = createScope((name) => members.has(name));
    scopes.set(resource, scope);
    return scope;
  };
  const mains = routes.filter(({ variant }) => variant === undefined);
  const proposals = withShortNames(withLists(proposalsOf(mains, givesList, client)));
  const variants = variantsOf(routes);
  // A method must not be called like a resource within the same one.
  for (const { resource } of proposals) reserveParents(resource, scopeOf);

  const settled = new Map<Route, NamedRoute>();
  const settle = (
    { route, resource, method, otherwise, isExplicit, reason }: Proposal,
    aliases: readonly string[],
  ): void => {
    const name = scopeOf(resource).claim([method, ...otherwise, `${method}${verb(route)}`]);
    const id = joinId(resource, name);
    const isGuess = !isExplicit && lock?.operations[route.key] === undefined;
    settled.set(route, { route, id, resource, method: name, aliases, isGuess, reason });
  };
  for (const proposal of proposals) {
    const locked = lock?.operations[proposal.route.key];
    if (locked === undefined) continue;
    const was = joinId(locked.resource, locked.method);
    const now = joinId(proposal.resource, proposal.method);
    const isRenamed = proposal.isExplicit && now !== was && !isWayOut(proposal, locked);
    const aliases = [...new Set([...locked.aliases, ...(isRenamed ? [was] : [])])].filter(
      (one) => one !== now,
    );
    for (const alias of aliases) takeAlias(alias, scopeOf);
    settle(isRenamed ? proposal : { ...proposal, resource: locked.resource, method: locked.method }, aliases);
  }
  // Those in the lock before anything new gets a name.
  for (const variant of variants) {
    const main = settled.get(variant.main);
    const locked = lock?.operations[variant.route.key];
    if (main === undefined || locked === undefined) continue;
    const was = joinId(locked.resource, locked.method);
    const before = lock?.operations[variant.main.key];
    const isRenamed = before?.resource !== main.resource || before.method !== main.method;
    const aliases = isRenamed ? [...new Set([...locked.aliases, was])] : locked.aliases;
    for (const alias of aliases) takeAlias(alias, scopeOf);
    const { resource, method } = isRenamed ? variantProposal(variant, main) : locked;
    settle({ ...variantProposal(variant, main), resource, method }, aliases);
  }
  // What the document names itself, then what is done to one thing, then the rest.
  for (const proposal of [...proposals].sort((a, b) => precedence(a) - precedence(b) || byKey(a, b)))
    if (!settled.has(proposal.route)) settle(proposal, []);
  for (const variant of [...variants].sort(byKey)) {
    const main = settled.get(variant.main);
    if (main !== undefined && !settled.has(variant.route)) settle(variantProposal(variant, main), []);
  }
  return routes.map((route) => settled.get(route) as NamedRoute);
}

/** Of two that would have one name, the one that says less in its path has it: the other can be told by what it is of. */
function precedence({ isExplicit, method, route }: Proposal): number {
  if (isExplicit) return 0;
  const isOfOne = route.path.endsWith("}") && /^(?:get|update|replace|delete|remove)$/.test(method);
  return (isOfOne ? 1000 : 2000) + route.path.split("{").length;
}

/** So that the order of a document has no say in its names. */
function byKey(a: { readonly route: Route }, b: { readonly route: Route }): number {
  return a.route.key < b.route.key ? -1 : a.route.key > b.route.key ? 1 : 0;
}

/** The short name, where no other operation of the resource would have it. */
function withShortNames(proposals: readonly Proposal[]): readonly Proposal[] {
  const wanted = new Map<string, Set<Route>>();
  for (const { route, resource, method, short = method } of proposals)
    for (const name of [method, short]) {
      const id = joinId(resource, name);
      wanted.set(id, (wanted.get(id) ?? new Set()).add(route));
    }
  return proposals.map((proposal) => {
    const { resource, method, short = method, otherwise } = proposal;
    if (short === method || (wanted.get(joinId(resource, short))?.size ?? 0) > 1) return proposal;
    return { ...proposal, method: short, otherwise: [method, ...otherwise] };
  });
}

/** `GET /bookings` beside `GET /bookings/{id}` is a list, where the ids of both say `get`, or both `read`. */
function withLists(proposals: readonly Proposal[]): readonly Proposal[] {
  const bare = (path: string): string => path.replace(/\{[^{}]*\}/g, "{}");
  const items = new Map(
    proposals
      .filter(({ route }) => route.httpMethod === "GET")
      .map((one) => [`${one.resource} ${bare(one.route.path)}`, one] as const),
  );
  return proposals.map((proposal) => {
    const { route, resource, isExplicit } = proposal;
    const isOne = /\}\/?$/.test(route.path);
    if (route.httpMethod !== "GET" || isExplicit || isOne) return proposal;
    const item = items.get(`${resource} ${bare(route.path).replace(/\/$/, "")}/{}`);
    const of = (name: string | undefined, ofItem: string | undefined): string | undefined =>
      name !== undefined && isReading(name) && name === ofItem ? "list" : name;
    if (item === undefined) return proposal;
    const method = of(proposal.method, item.method) ?? proposal.method;
    return { ...proposal, method, short: of(proposal.short, item.short) };
  });
}

function variantsOf(routes: readonly Route[]): VariantProposal[] {
  let main: Route | undefined;
  return routes.flatMap((route): VariantProposal[] => {
    if (route.variant === undefined) main = route;
    return route.variant === undefined || main === undefined
      ? []
      : [{ route, main, suffix: variantSuffix(route.variant) }];
  });
}

function variantProposal({ route, suffix }: VariantProposal, { resource, method, id }: NamedRoute): Proposal {
  const form = route.variant?.place === "answer" ? "answered" : "sent";
  const reason = `it is ${id}, ${form} as ${route.variant?.mediaType}`;
  return {
    route,
    resource,
    method: `${method}${suffix}`,
    short: undefined,
    otherwise: [],
    isExplicit: false,
    reason,
  };
}

function proposalsOf(
  routes: readonly Route[],
  givesList: (route: Route) => boolean | undefined,
  client: string | undefined,
): readonly Proposal[] {
  const nameables = routes.map((route): Nameable => {
    const isList = givesList(route);
    return {
      httpMethod: route.httpMethod,
      path: sentPath(route.path).path,
      operationId: stringField(route.at.value, "operationId"),
      tag: route.tags[0],
      ...(isList === undefined ? {} : { givesList: isList }),
    };
  });
  const known = survey(nameables, client);
  return routes.map((route, index) => proposalOf(route, nameOperation(nameables[index] as Nameable, known)));
}

function proposalOf(route: Route, named: OperationName): Proposal {
  const { resource, method } = readExtension("operation", route.at.value);
  return {
    route,
    resource: safeResource(
      resource === undefined ? within(route, named) : resource.split(".").map(camelCase).join("."),
    ),
    method: method === undefined ? named.method : camelCase(method),
    short: method === undefined ? named.short : undefined,
    otherwise: method === undefined ? named.otherwise : [],
    isExplicit: named.isExplicit || (resource !== undefined && method !== undefined),
    reason: named.reason,
  };
}

/** A tag that belongs to another one is a resource within that one's. */
function within({ tagParents }: Route, { resource, isExplicit }: OperationName): string {
  return isExplicit ? resource : [...tagParents.map(camelCase), resource].join(".");
}

/** A resource is a member of the client or of another resource, which have members of their own. */
function safeResource(resource: string): string {
  const isTaken = (part: string, index: number): boolean =>
    (index === 0 ? clientMembers : resourceMembers).has(part);
  return resource
    .split(".")
    .filter((part) => part !== "")
    .map((part, index) => (isTaken(part, index) ? `${part}Resource` : part))
    .join(".");
}

/** The locked name is what the proposal became because another operation, or every object, has that name already. */
function isWayOut({ route, resource, method }: Proposal, locked: LockedOperation): boolean {
  const stem = `${method}${verb(route)}`;
  return (
    locked.resource === resource &&
    locked.method.startsWith(stem) &&
    /^\d*$/.test(locked.method.slice(stem.length))
  );
}

function verb({ httpMethod }: Route): string {
  return `By${httpMethod[0] ?? ""}${httpMethod.slice(1).toLowerCase()}`;
}

/** `me.links` takes the member `links` of `me`, and `me` of the client. */
function reserveParents(resource: string, scopeOf: (resource: string) => Scope): void {
  const parts = resource.split(".").filter((part) => part !== "");
  parts.forEach((part, index) => {
    scopeOf(parts.slice(0, index).join(".")).take(part);
  });
}

function takeAlias(alias: string, scopeOf: (resource: string) => Scope): void {
  const { resource, method } = splitId(alias);
  scopeOf(resource).take(method);
}
