/** Places that may refuse a text with an error. Every other place has to take every payload, and its text to be inert. */
export const refusable: ReadonlySet<string> = new Set([
  "callback.unknown",
  "discriminator.mapping.*",
  "document.openapi",
  "document.x-trunkline.client.name",
  "document.x-trunkline.errors.classes.404",
  "document.x-trunkline.errors.code[]",
  "document.x-trunkline.rateLimit.remaining",
  "document.x-trunkline.retryAfter[].format",
  "document.x-trunkline.retryAfter[].header",
  "link.$ref",
  "parameter.$ref",
  "paths.unknown",
  "requestBody.$ref",
  "response.$ref",
  "responses.unknown",
  "responses{}",
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

/** Places of the full overlay that may refuse a text: what says where and how to change, and keys that mean something. */
export const refusableInOverlay: RegExp =
  /^(?:overlay|actions\/\d+\/(?:target|copy)|.+\/(?:type|env|\$ref)|[a-z-]+\{\}|actions\/\d+\/[a-z-]+\{\}|.+(?:added|200|x-trunkline\/env)\{\})$/;
