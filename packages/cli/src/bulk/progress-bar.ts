import type { BulkProgress } from "@trunkline/runtime/bulk";
import { Presets, SingleBar } from "cli-progress";

/** How far a file was read, and what became of its rows, where a person looks on. */
export interface ProgressBar {
  show(bytes: number, progress: BulkProgress): void;
  end(): void;
}

/** @param size of the file, in bytes */
export function progressBar(size: number): ProgressBar {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const began = Date.now();
  const bar = new SingleBar(
    {
      format: "{bar} {percentage} % | {rows} rows, {rate} a second{left} | {fates}",
      stream: process.stderr,
      hideCursor: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  bar.start(Math.max(size, 1), 0, { rows: 0, rate: 0, left: "", fates: "" });
  return {
    show(bytes, progress) {
      const fates = (["accepted", "rejected", "undetermined", "unknown", "unsent"] as const)
        .filter((fate) => progress[fate] > 0)
        .map((fate) => `${progress[fate]} ${fate}`);
      const seconds = (((Date.now() - began) / Math.max(bytes, 1)) * Math.max(size - bytes, 0)) / 1000;
      bar.update(Math.min(bytes, size), {
        rows: progress.read,
        rate: Math.round(progress.rowsPerSecond),
        left: seconds >= 1 ? `, ${duration(seconds)} left` : "",
        fates: fates.join(", "),
      });
    },
    end: () => bar.stop(),
  };
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
