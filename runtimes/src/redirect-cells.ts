import type { KeyPlace, RedirectCell } from "../scenario/redirect-cells.mts";

const STATUSES = ["301", "302", "303", "307", "308"] as const;
const METHODS = ["GET", "POST"] as const;
const KEYS: readonly KeyPlace[] = ["header key", "bearer", "query key"];

/** Where a redirect leads. */
export const PLACES = ["same origin", "other port", "other host", "downgrade"] as const;

type Status = (typeof STATUSES)[number];
type Method = (typeof METHODS)[number];

/** Origin of each place. */
export type Origins = Readonly<Record<(typeof PLACES)[number], string>>;

/** A cell, and the part of the path that names it. */
export interface NamedCell extends RedirectCell {
  readonly path: string;
}

/**
 * What lands after a redirect within the origin. POST has a body, which goes with it. 301 and 302 leave open
 * whether a POST was done and how it goes on (RFC 9110 §15.4.2), which makes them an error. To every other place
 * nothing goes, with no status, no method, no key.
 */
const LANDS: Readonly<Record<Method, Readonly<Record<Status, Method | "error">>>> = {
  GET: { 301: "GET", 302: "GET", 303: "GET", 307: "GET", 308: "GET" },
  POST: { 301: "error", 302: "error", 303: "GET", 307: "POST", 308: "POST" },
};

/**
 * All cells: status, place, key, method.
 *
 * @param hidden whether the runtime is a browser, which hides that there is a Location: then no cell is followed
 */
export function redirectCells(origins: Origins, hidden: boolean): readonly NamedCell[] {
  const home = origins["same origin"];
  const wanted = (status: Status, place: keyof Origins, method: Method): RedirectCell["wanted"] => {
    if (hidden) return { says: `${home} redirected to an address that the browser hides` };
    if (place !== "same origin") return { says: `redirects to another origin, ${origins[place]}` };
    const lands = LANDS[method][status];
    return lands === "error" ? { says: `answered ${status} to ${method}` } : { lands };
  };
  const cells: NamedCell[] = [];
  for (const status of STATUSES)
    for (const place of PLACES)
      for (const key of KEYS)
        for (const method of METHODS) {
          const path = [status, place, key, method].join("/").replaceAll(" ", "-");
          const name = `${status}, ${place}, ${key}, ${method}`;
          const base = `${home}/from/${path}`;
          cells.push({ name, path, base, key, method, wanted: wanted(status, place, method) });
        }
  return cells;
}
