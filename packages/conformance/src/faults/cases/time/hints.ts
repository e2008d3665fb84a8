import { withValueAt } from "@trunkline/document";
import { http, issue, statuses } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { between, waitAfter } from "./waits.ts";

export const hintCases: readonly FaultCase[] = [
  {
    id: "time/retry-after-seconds",
    title: "Retry-After in seconds is waited for: not less, and at most a tenth more.",
    reason: "Whoever comes earlier meets the same refusal; whoever comes exactly then meets everybody else.",
    source: http("10.2.3"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        between(await waitAfter(bench, get, { "retry-after": "7" }), 7000, 7700, "Retry-After: 7");
        between(await waitAfter(bench, get, { "retry-after": "0" }), 0, 600, "Retry-After: 0");
      });
    },
  },
  {
    id: "time/retry-after-date",
    title: "Retry-After as a date is measured by the answer's own Date.",
    reason: "The clocks of client and server differ by minutes; the two dates of one answer do not.",
    source: http("10.2.3"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const skewed = Date.now() - 3_600_000;
        const fields = {
          date: new Date(skewed).toUTCString(),
          "retry-after": new Date(skewed + 9000).toUTCString(),
        };
        between(
          await waitAfter(bench, get, fields),
          8000,
          9900,
          "a date 9 s after the answer's Date, an hour ago",
        );
      });
    },
  },
  {
    id: "time/retry-after-ms",
    title: "retry-after-ms comes before Retry-After.",
    reason: "Some vendors send both; the one in milliseconds is the exact one.",
    source: issue("productdevbook/misina", 61),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) =>
        between(
          await waitAfter(bench, get, { "retry-after-ms": "1234", "retry-after": "30" }),
          1234,
          1358,
          "retry-after-ms: 1234",
        ),
      );
    },
  },
  {
    id: "time/vendor-hint",
    title: "The hints that the document declares are obeyed.",
    reason:
      "A vendor that tells the end of its window elsewhere than in Retry-After refuses everything before it.",
    source: statuses("4"),
    prepare(target) {
      const hints = target.pack.extension.retryAfter ?? [];
      if (hints.length === 0) return "the document declares no hint besides Retry-After";
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const hint of hints) {
          const [header, pointer] = "header" in hint ? [hint.header, ""] : [undefined, hint.body];
          const { format } = hint;
          const now = Math.floor(Date.now() / 1000);
          const value = { seconds: 12, milliseconds: 12_000, epochSeconds: now + 12 }[format];
          const fields = {
            date: new Date(now * 1000).toUTCString(),
            ...(header ? { [header]: String(value) } : {}),
          };
          const body = header ? {} : withValueAt({}, pointer, value);
          const wait = await waitAfter(bench, get, fields, body);
          between(wait, 11_000, 13_200, `${header ?? pointer} as ${format}, 12 s`);
        }
      });
    },
  },
  {
    id: "time/retry-after-limit",
    title: "A hint of exactly maxRetryAfter is waited for.",
    reason: "A vendor's own longest hint is declared so that it is obeyed.",
    source: statuses("4"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const limit = target.policy.maxRetryAfter;
        between(
          await waitAfter(bench, get, { "retry-after": String(limit / 1000) }),
          limit,
          limit * 1.1,
          "the longest hint",
        );
      });
    },
  },
];
