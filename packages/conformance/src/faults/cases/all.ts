import type { FaultCase } from "../types.ts";
import { answerCases } from "./body/answers.ts";
import { requestCases } from "./body/requests.ts";
import { exchangeCases } from "./credentials/exchange.ts";
import { keyCases } from "./credentials/keys.ts";
import { scopeCases } from "./credentials/scope.ts";
import { classCases } from "./errors/classes.ts";
import { fieldCases } from "./errors/fields.ts";
import { pageAnswerCases } from "./pages/answers.ts";
import { cursorCases } from "./pages/cursor.ts";
import { numberedCases } from "./pages/numbered.ts";
import { pathCases } from "./paths/parameters.ts";
import { otherOriginCases } from "./redirects/other-origin.ts";
import { sameOriginCases } from "./redirects/same-origin.ts";
import { leakCases } from "./resources/leaks.ts";
import { retryConnectionCases } from "./retry/connections.ts";
import { retryKeyCases } from "./retry/keys.ts";
import { retryLimitCases } from "./retry/limits.ts";
import { retryStatusCases } from "./retry/statuses.ts";
import { printCases } from "./secrets/print.ts";
import { abortCases } from "./time/abort.ts";
import { hintCases } from "./time/hints.ts";
import { streamTimeCases } from "./time/streams.ts";
import { timeoutCases } from "./time/timeouts.ts";

/** Every fault case, group by group. */
export const allCases: readonly FaultCase[] = [
  ...retryStatusCases,
  ...retryConnectionCases,
  ...retryKeyCases,
  ...retryLimitCases,
  ...timeoutCases,
  ...streamTimeCases,
  ...abortCases,
  ...hintCases,
  ...answerCases,
  ...requestCases,
  ...keyCases,
  ...scopeCases,
  ...exchangeCases,
  ...sameOriginCases,
  ...otherOriginCases,
  ...pathCases,
  ...cursorCases,
  ...numberedCases,
  ...pageAnswerCases,
  ...classCases,
  ...fieldCases,
  ...printCases,
  ...leakCases,
];
