import type { CallRequest } from "../layer.ts";
import type { QuotaWindow } from "../quota-window.ts";
import type { LayerParts } from "../request/call.ts";
import type { NamedWindow, QuotaStore } from "./types.ts";

/** Which requests count together, if the credential alone does not say it. */
export interface Sharing {
  /**
   * Your account at the vendor, by any name that you use for no other account. Clients with different keys of one
   * account then share the windows of the account.
   *
   * @default the credential: each one counts as an account of its own
   */
  readonly account?: string | undefined;
  /**
   * The IP address that requests come from, by any name that you use for no other address.
   *
   * @default one address for all who share the store
   */
  readonly address?: string | undefined;
}

type Windows = readonly NamedWindow[];

/** Most lists of windows that are remembered. */
const MOST = 1000;

/** The windows that each request of a client counts in, under the names by which those who share them know them. */
export interface ClientWindows {
  of(request: CallRequest): Windows | Promise<Windows>;
  /** Those that were asked for, each once. */
  seen(): Windows;
}

/** Names the windows of one client. */
export function windowsOf(
  windows: readonly QuotaWindow[],
  { authenticators, baseURL, tools }: LayerParts,
  store: QuotaStore,
  { account, address = "" }: Sharing,
): ClientWindows {
  const { origin } = new URL(baseURL);
  const lists = new Map<string, Windows>();

  /** What the credentials are: of issued tokens that which they are issued for. */
  function identityOf({ facts, schemes }: CallRequest): unknown[] {
    if (facts.issuesTokens) return [...facts.secrets];
    const names = schemes.filter((name) => authenticators[name]);
    return facts.credentials.map(({ isIssued, secrets }, index) =>
      isIssued ? authenticators[names[index] ?? ""]?.identity(tools) : secrets,
    );
  }

  async function named(key: string, identity: string, { operation }: CallRequest["facts"]): Promise<Windows> {
    const { nameOf = (text) => text } = store;
    const whose = account === undefined ? identity : JSON.stringify({ account });
    const list: NamedWindow[] = [];
    for (const window of windows) {
      const { scope } = window;
      const isGroup = !["account", "key", "address", "operation"].includes(scope);
      if (isGroup && !operation.quotas?.includes(scope)) continue;
      const holder = scope === "address" ? address : scope === "key" ? identity : whose;
      const name = await nameOf(
        JSON.stringify([origin, scope, scope === "operation" && operation.id, holder]),
      );
      list.push({ ...window, name });
    }
    if (lists.size >= MOST) lists.clear();
    lists.set(key, list);
    return list;
  }

  const ready = (identity: string, { facts }: CallRequest): Windows | Promise<Windows> => {
    const { id, quotas } = facts.operation;
    const key = `${id} ${quotas} ${identity}`;
    return lists.get(key) ?? named(key, identity, facts);
  };

  return {
    of(request) {
      const identity = identityOf(request);
      return identity.some((one) => one instanceof Promise)
        ? Promise.all(identity).then((parts) => ready(String(parts.flat(9)), request))
        : ready(String(identity), request);
    },
    seen() {
      const byName = new Map<string, NamedWindow>();
      for (const list of lists.values())
        for (const window of list) byName.set(`${window.name} ${window.limit} ${window.per}`, window);
      return [...byName.values()];
    },
  };
}
