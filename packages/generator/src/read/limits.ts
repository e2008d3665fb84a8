import type { ReadLimits } from "./types.ts";

export const defaultLimits: ReadLimits = {
  fileBytes: 32 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  files: 2000,
  depth: 200,
  aliasValues: 100_000,
  values: 5_000_000,
  children: 250_000,
};
