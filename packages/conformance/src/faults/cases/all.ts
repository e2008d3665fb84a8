import type { FaultCase } from "../types.ts";
import { argumentCases } from "./body/arguments.ts";
import { digitCases } from "./body/digits.ts";
import { lieCases } from "./body/lies.ts";
import { listCases } from "./body/lists.ts";
import { oddAnswerCases } from "./body/odd-answers.ts";
import { requestCases } from "./body/requests.ts";
import { sizeCases } from "./body/size.ts";
import { streamCases } from "./body/streams.ts";
import { valueCases } from "./body/values.ts";
import { bulkFateCases } from "./bulk/fates.ts";
import { alternativeCases } from "./credentials/alternatives.ts";
import { exchangeCases } from "./credentials/exchange.ts";
import { exchangeFaultCases } from "./credentials/exchange-faults.ts";
import { exchangeWaitCases } from "./credentials/exchange-waits.ts";
import { keyCases } from "./credentials/keys.ts";
import { optionCases } from "./credentials/options.ts";
import { placeCases } from "./credentials/places.ts";
import { providedCases } from "./credentials/provided.ts";
import { proxiedCases } from "./credentials/proxied.ts";
import { scopeCases } from "./credentials/scope.ts";
import { severalCases } from "./credentials/several.ts";
import { errorBodyCases } from "./errors/bodies.ts";
import { classCases } from "./errors/classes.ts";
import { deepErrorCases } from "./errors/deep.ts";
import { fieldCases } from "./errors/fields.ts";
import { messageCases } from "./errors/messages.ts";
import { printedCases } from "./errors/printed.ts";
import { middlewareCases } from "./middleware/attempts.ts";
import { refusedMiddlewareCases } from "./middleware/refused.ts";
import { pageAnswerCases } from "./pages/answers.ts";
import { cursorCases } from "./pages/cursor.ts";
import { endedEarlyCases } from "./pages/ended-early.ts";
import { endlessCases } from "./pages/endless.ts";
import { lastItemCases } from "./pages/last-item.ts";
import { linkCases } from "./pages/links.ts";
import { offsetCases } from "./pages/offset.ts";
import { pageNumberCases } from "./pages/page-number.ts";
import { repetitionCases } from "./pages/repetitions.ts";
import { pathListCases } from "./paths/lists.ts";
import { pathCases } from "./paths/parameters.ts";
import { otherOriginCases } from "./redirects/other-origin.ts";
import { sameOriginCases } from "./redirects/same-origin.ts";
import { connectionCases } from "./resources/connections.ts";
import { leakCases } from "./resources/leaks.ts";
import { certificateCases } from "./retry/certificates.ts";
import { retryConnectionCases } from "./retry/connections.ts";
import { retryKeyCases } from "./retry/keys.ts";
import { retryLimitCases } from "./retry/limits.ts";
import { retryStatusCases } from "./retry/statuses.ts";
import { unfitCases } from "./retry/unfit.ts";
import { retryWaitCases } from "./retry/waits.ts";
import { everydayCases } from "./secrets/everyday.ts";
import { garbledCases } from "./secrets/garbled.ts";
import { observerCases } from "./secrets/observers.ts";
import { placeOfSecretCases } from "./secrets/places.ts";
import { printCases } from "./secrets/print.ts";
import { abortCases } from "./time/abort.ts";
import { heldCases } from "./time/held.ts";
import { hintCases } from "./time/hints.ts";
import { holdCases } from "./time/holds.ts";
import { waitLimitCases } from "./time/limits-of-waits.ts";
import { streamTimeCases } from "./time/streams.ts";
import { timeoutCases } from "./time/timeouts.ts";
import { transportCases } from "./time/transport.ts";
import { webhookBodyCases } from "./webhooks/bodies.ts";
import { repeatedCases } from "./webhooks/repeated.ts";
import { webhookSecretCases } from "./webhooks/secrets.ts";
import { signatureCases } from "./webhooks/signatures.ts";

/** Every fault case, group by group. */
export const allCases: readonly FaultCase[] = [
  ...retryStatusCases,
  ...retryConnectionCases,
  ...retryKeyCases,
  ...retryLimitCases,
  ...retryWaitCases,
  ...certificateCases,
  ...unfitCases,
  ...timeoutCases,
  ...streamTimeCases,
  ...abortCases,
  ...hintCases,
  ...waitLimitCases,
  ...holdCases,
  ...heldCases,
  ...transportCases,
  ...lieCases,
  ...oddAnswerCases,
  ...sizeCases,
  ...valueCases,
  ...digitCases,
  ...streamCases,
  ...requestCases,
  ...argumentCases,
  ...listCases,
  ...keyCases,
  ...placeCases,
  ...scopeCases,
  ...alternativeCases,
  ...severalCases,
  ...providedCases,
  ...optionCases,
  ...proxiedCases,
  ...exchangeCases,
  ...exchangeFaultCases,
  ...exchangeWaitCases,
  ...sameOriginCases,
  ...otherOriginCases,
  ...pathCases,
  ...pathListCases,
  ...cursorCases,
  ...endlessCases,
  ...offsetCases,
  ...pageNumberCases,
  ...lastItemCases,
  ...pageAnswerCases,
  ...repetitionCases,
  ...endedEarlyCases,
  ...linkCases,
  ...classCases,
  ...errorBodyCases,
  ...deepErrorCases,
  ...fieldCases,
  ...messageCases,
  ...printedCases,
  ...printCases,
  ...observerCases,
  ...garbledCases,
  ...everydayCases,
  ...placeOfSecretCases,
  ...bulkFateCases,
  ...middlewareCases,
  ...refusedMiddlewareCases,
  ...connectionCases,
  ...leakCases,
  ...signatureCases,
  ...webhookBodyCases,
  ...webhookSecretCases,
  ...repeatedCases,
];
