import type { QuotaHeaders } from "../quota-window.ts";
import type { StatedWindow } from "./types.ts";

/** Numbers above it are points in time: nobody waits for thirty years. */
const EPOCH = 1e9;

/** What the header fields of an answer say of one window; undefined where they say nothing of it, or nothing readable. */
export function statedBy(
  headers: Headers,
  { remaining, reset = "", only }: QuotaHeaders,
): Omit<StatedWindow, "window"> | undefined {
  const read = (name: string): string => (name ? (headers.get(name) ?? "").trim() : "");
  if (only && read(only.header) !== only.value) return undefined;
  const left = read(remaining);
  if (!/^\d+$/.test(left)) return undefined;
  const end = /^\d+(?:\.\d+)?$/.test(read(reset)) ? Number(read(reset)) : undefined;
  if (end === undefined) return { remaining: Number(left) };
  const answeredAt = Date.parse(read("date")) || Date.now();
  const resetsIn = end > EPOCH ? end * 1000 - answeredAt : end * 1000;
  return { remaining: Number(left), resetsIn: Math.max(0, resetsIn) };
}
