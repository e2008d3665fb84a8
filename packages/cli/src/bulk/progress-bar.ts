import { clearLine, cursorTo } from "node:readline";
import type { BulkProgress } from "@trunkline/runtime/bulk";

/** How far a file was read, and what became of its rows, where a person looks on. */
export interface ProgressBar {
  show(bytes: number, progress: BulkProgress): void;
  end(): void;
}

/** Shortest time between two drawings, in milliseconds. */
const BETWEEN = 100;
const BAR = 40;

/** @param size of the file, in bytes */
export function progressBar(size: number): ProgressBar {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, end: () => {} };
  const began = Date.now();
  let drawn = 0;
  let line = "";
  const draw = (): void => {
    drawn = Date.now();
    cursorTo(stderr, 0);
    clearLine(stderr, 0);
    // A line that wraps cannot be drawn over.
    stderr.write(line.slice(0, (stderr.columns || 80) - 1));
  };
  return {
    show(bytes, progress) {
      line = progressLine(bytes / Math.max(size, 1), (Date.now() - began) / 1000, progress);
      if (Date.now() - drawn >= BETWEEN) draw();
    },
    end() {
      if (line === "") return;
      draw();
      stderr.write("\n");
    },
  };
}

/**
 * @param share of the file that was read, from 0 to 1
 * @param elapsed seconds since the run began
 */
export function progressLine(share: number, elapsed: number, progress: BulkProgress): string {
  const done = Math.min(share, 1);
  const full = Math.floor(done * BAR);
  const left = done > 0 ? (elapsed / done) * (1 - done) : 0;
  const fates = (["accepted", "rejected", "undetermined", "unknown", "unsent"] as const)
    .filter((fate) => progress[fate] > 0)
    .map((fate) => `${progress[fate]} ${fate}`);
  return [
    `${"█".repeat(full)}${"░".repeat(BAR - full)} ${Math.floor(done * 100)} %`,
    `${progress.read} rows, ${Math.round(progress.rowsPerSecond)} a second${left >= 1 ? `, ${duration(left)} left` : ""}`,
    fates.join(", "),
  ]
    .filter(Boolean)
    .join(" | ");
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
