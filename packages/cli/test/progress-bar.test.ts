import { stripVTControlCharacters } from "node:util";
import type { BulkProgress } from "@trunkline/runtime/bulk";
import { afterEach, describe, expect, it, vi } from "vitest";
import { progressBar, progressLine } from "../src/bulk/progress-bar.ts";

const progress = (over: Partial<BulkProgress> = {}): BulkProgress => ({
  read: 1200,
  accepted: 1000,
  rejected: 0,
  undetermined: 0,
  unknown: 0,
  unsent: 0,
  sent: 1100,
  rowsPerSecond: 99.6,
  secondsLeft: undefined,
  ...over,
});
const bar = (full: number): string => "█".repeat(full) + "░".repeat(40 - full);

describe("the line of a run over rows", () => {
  it.each([
    [
      "at the start",
      0,
      0,
      progress({ read: 0, accepted: 0, rowsPerSecond: 0 }),
      `${bar(0)} 0 % | 0 rows, 0 a second`,
    ],
    [
      "a quarter",
      0.25,
      10,
      progress(),
      `${bar(10)} 25 % | 1200 rows, 100 a second, 30 s left | 1000 accepted`,
    ],
    [
      "minutes",
      0.5,
      600,
      progress(),
      `${bar(20)} 50 % | 1200 rows, 100 a second, 10 min left | 1000 accepted`,
    ],
    ["hours", 0.1, 3600, progress(), `${bar(4)} 10 % | 1200 rows, 100 a second, 9.0 h left | 1000 accepted`],
    ["not yet the end", 0.999, 10, progress(), `${bar(39)} 99 % | 1200 rows, 100 a second | 1000 accepted`],
    [
      "the end",
      1,
      10,
      progress({ rejected: 3, unsent: 2 }),
      `${bar(40)} 100 % | 1200 rows, 100 a second | 1000 accepted, 3 rejected, 2 unsent`,
    ],
    ["a file that grew", 1.5, 10, progress(), `${bar(40)} 100 % | 1200 rows, 100 a second | 1000 accepted`],
  ])("%s", (_, share, elapsed, given, want) => {
    expect(progressLine(share, elapsed, given)).toBe(want);
  });
});

describe("the bar", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** What a terminal of so many columns gets; undefined: a file or a pipe. */
  function written(columns: number | undefined): string[] {
    const texts: string[] = [];
    const stream = { isTTY: columns !== undefined, columns, write: (text: string) => texts.push(text) > 0 };
    vi.spyOn(process, "stderr", "get").mockReturnValue(stream as unknown as typeof process.stderr);
    return texts;
  }

  it("is drawn ten times a second at most, and as it is at the end", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const texts = written(120);
    const { show, end } = progressBar(1000);
    for (let bytes = 1; bytes <= 1000; bytes++) {
      show(bytes, progress({ read: bytes }));
      vi.advanceTimersByTime(1);
    }
    expect(texts.filter((text) => text.includes("rows")).length).toBe(10);
    end();
    const lines = texts.filter((text) => text.includes("rows"));
    expect(lines.at(-1)).toContain("100 % | 1000 rows");
    expect(texts.at(-1)).toBe("\n");
  });

  it("keeps to one line of the terminal", () => {
    const texts = written(24);
    const { show, end } = progressBar(1000);
    show(500, progress());
    end();
    for (const text of texts) expect(stripVTControlCharacters(text).length).toBeLessThan(24);
  });

  it("is not there where nobody looks on, nor where nothing was read", () => {
    const texts = written(undefined);
    const { show, end } = progressBar(1000);
    show(500, progress());
    end();
    expect(texts).toEqual([]);
    const ofTerminal = written(80);
    progressBar(1000).end();
    expect(ofTerminal).toEqual([]);
  });
});
