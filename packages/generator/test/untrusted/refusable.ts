/** Places that may refuse a text with an error. Every other place has to take every payload, and its text to be inert. */
export const refusable: ReadonlySet<string> = new Set([
  "discriminator.mapping.*",
  "document.openapi",
  "document.x-trunkline.client.name",
  "document.x-trunkline.errors.classes.404",
  "document.x-trunkline.errors.code[]",
  "document.x-trunkline.quotas[].headers.only.header",
  "document.x-trunkline.quotas[].headers.remaining",
  "document.x-trunkline.quotas[].headers.reset",
  "document.x-trunkline.quotas[].per",
  "document.x-trunkline.quotas[].scope",
  "document.x-trunkline.rateLimit.remaining",
  "document.x-trunkline.retryAfter[].format",
  "document.x-trunkline.retryAfter[].header",
  "document.x-trunkline.webhooks.dedupe[]",
  "document.x-trunkline.webhooks.event.header",
  "document.x-trunkline.webhooks.scheme",
  "document.x-trunkline.webhooks.secret.encoding",
  "document.x-trunkline.webhooks.secret.prefix",
  "document.x-trunkline.webhooks.signature.header",
  "document.x-trunkline.webhooks.signature.prefix",
  "link.$ref",
  "parameter.$ref",
  "requestBody.$ref",
  "response.$ref",
  "schema.$ref",
  "securityScheme.x-trunkline.env",
  "securityScheme.x-trunkline.exchange.env",
  "securityScheme.x-trunkline.exchange.expiresIn",
  "securityScheme.x-trunkline.exchange.operation",
  "securityScheme.x-trunkline.exchange.option",
  "securityScheme.x-trunkline.exchange.request",
  "securityScheme.x-trunkline.exchange.token",
  "securityScheme.x-trunkline.option",
  "server.x-trunkline.environment",
]);

/**
 * Places where a text costs the operations that it is part of: in a package with all texts at once it would leave nothing
 * to look at.
 */
export const costly: ReadonlySet<string> = new Set([
  "document.security[]{}",
  "operation.security[]{}",
  "securityScheme.in",
  "securityScheme.type",
]);

/** Places of the full overlay that may refuse a text: what says where and how to change, and keys that mean something. */
export const refusableInOverlay: RegExp =
  /^(?:overlay|actions\/\d+\/(?:target|copy)|.+\/(?:type|env|\$ref)|[a-z-]+\{\}|actions\/\d+\/[a-z-]+\{\}|.+(?:added|200|x-trunkline\/env)\{\})$/;
