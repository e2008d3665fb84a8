import type { Writable } from "node:stream";

/** A bar on a terminal; elsewhere, as in a log file, nothing is drawn. */
export interface Progress {
  show(done: number, total: number, note: string): void;
  end(): void;
}

export function createProgress(
  stream: Writable & { readonly isTTY?: boolean; readonly columns?: number },
): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  return {
    show(done, total, note) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * 30);
      const text = `${"█".repeat(filled)}${"░".repeat(30 - filled)} ${Math.floor(share * 100)} % ${note}`;
      stream.write(`\r${text.slice(0, (stream.columns ?? 80) - 1).padEnd((stream.columns ?? 80) - 1)}`);
    },
    end: () => stream.write("\n"),
  };
}
