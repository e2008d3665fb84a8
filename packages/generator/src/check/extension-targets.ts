import type { JsonObject } from "@trunkline/document";
import { checkBulk } from "./bulk.ts";
import { checkEnvelope } from "./envelope.ts";
import { checkEnvironments } from "./environments.ts";
import { checkErrors } from "./error-fields.ts";
import { checkHeaders } from "./headers.ts";
import { checkIdempotency } from "./idempotency.ts";
import type { OperationView } from "./operations.ts";
import { checkPagination } from "./pagination.ts";
import { checkQuotas } from "./quotas.ts";
import type { Report } from "./report.ts";
import { checkSchemes } from "./security-schemes.ts";
import { checkWebhooks } from "./webhooks.ts";

/**
 * What `x-trunkline` names and points at is there. Only for extensions that keep to their format.
 *
 * @param isWhole no operation was left out when the document was read
 */
export function checkExtensionTargets(
  document: JsonObject,
  views: readonly OperationView[],
  isWhole: boolean,
  report: Report,
): void {
  const emitted = views.filter(({ extension }) => extension.skip !== true);
  checkEnvelope(document, emitted, report);
  checkErrors(document, emitted, isWhole, report);
  checkHeaders(document, emitted, report);
  checkIdempotency(document, emitted, report);
  checkPagination(document, views, report);
  checkEnvironments(document, views, report);
  checkSchemes(document, views, report);
  checkBulk(document, emitted, report);
  checkWebhooks(document, views, report);
  checkQuotas(document, emitted, report);
}
