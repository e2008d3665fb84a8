import type { JsonObject } from "@trunkline/document";
import type { EnvironmentModel } from "../../model/client-model.ts";
import type { CredentialSource, SchemeModel } from "../../model/credentials-model.ts";
import type { Model } from "../../model/types.ts";
import { type Code, code, join, literal, propertyKey, stringLiteral, token } from "../text.ts";
import type { File } from "./file.ts";

/** Everything that the client is, as the runtime's `ClientDefinition`. */
export function definitionOf({ client, errors }: Model, file: File): Code {
  const version = file.imports.value("./version.js", "VERSION");
  const errorClass = (name: string): Code => file.imports.value("./errors.js", name);
  const classes = errors.classes
    .flatMap(({ name, statuses }) => statuses.map((status) => ({ name, status })))
    .sort((a, b) => (a.status < b.status ? -1 : 1))
    .map(({ name, status }) => code`${propertyKey(status)}: ${errorClass(name)}`);
  const errorFields = [
    ...Object.entries(plain(client.errorFields)).map(
      ([key, value]) => code`${propertyKey(key)}: ${literal(value)}`,
    ),
    code`base: ${errorClass(errors.base)}`,
    ...(classes.length === 0 ? [] : [code`classes: { ${join(classes, code`, `)} }`]),
  ];
  const environments = client.environments.map(
    ({ name, url, template }) => code`${propertyKey(name)}: ${addressOf(url, template, file)}`,
  );
  const schemes = client.schemes.map((scheme) => code`${propertyKey(scheme.id)}: ${schemeOf(scheme, file)}`);
  const entries: (readonly [string, Code | undefined])[] = [
    ["name", stringLiteral(client.name)],
    ["userAgent", code`\`${token(client.userAgent)}/\${${version}}\``],
    ["environments", braces(environments)],
    ["schemes", braces(schemes)],
    ["security", literal(client.security.map((alternative) => [...alternative]))],
    ["browser", client.browser ? literal(true) : undefined],
    [
      "idempotency",
      client.idempotency &&
        code`${file.runtime("idempotencyKeys")}(${stringLiteral(client.idempotency.header)}, ${stringLiteral(client.idempotency.keys)})`,
    ],
    ["retry", client.retry && literal(plain(client.retry))],
    ["retryAfter", client.retryAfter && literal(client.retryAfter.map(plain))],
    ["rateLimit", client.rateLimit && literal(plain(client.rateLimit))],
    ["quotas", client.quotas?.length ? literal(client.quotas.map(plain)) : undefined],
    ["envelope", client.envelope && literal(plain(client.envelope))],
    ["errors", braces(errorFields)],
  ];
  const fields = entries.flatMap(([key, value]) =>
    value === undefined ? [] : [code`${propertyKey(key)}: ${value},\n`],
  );
  return code`{\n${fields}}`;
}

/** An object that the format describes, as data. */
function plain(value: object): JsonObject {
  return { ...value } as JsonObject;
}

/** An address as text, or with the variables that options set. */
export function addressOf(url: string, template: EnvironmentModel["template"], file: File): Code {
  if (template === undefined) return stringLiteral(url);
  return code`${file.runtime("serverVariables")}(${stringLiteral(template.url)}, ${literal(template.variables)})`;
}

function braces(fields: readonly Code[]): Code {
  return fields.length === 0 ? code`{}` : code`{ ${join(fields, code`, `)} }`;
}

function schemeOf(scheme: SchemeModel, file: File): Code {
  switch (scheme.kind) {
    case "apiKey": {
      const makers = { header: "apiKeyHeader", query: "apiKeyQuery", cookie: "apiKeyCookie" } as const;
      const make = makers[scheme.in];
      return code`${file.runtime(make)}(${stringLiteral(scheme.parameter)}, ${sourceOf(scheme.source)})`;
    }
    case "bearer":
      return code`${file.runtime("bearer")}(${sourceOf(scheme.source)})`;
    case "basic":
      return code`${file.runtime("basic")}(${sourceOf(scheme.username)}, ${sourceOf(scheme.password)})`;
    case "clientCredentials": {
      const { source, clientId, clientSecret, path, server } = scheme;
      return code`${file.runtime("clientCredentials")}(${literal({
        ...sourceFields(source),
        clientId: sourceFields(clientId),
        clientSecret: sourceFields(clientSecret),
        path,
        ...(server === undefined ? {} : { server }),
      })})`;
    }
    case "tokenExchange": {
      const { source, expiresIn, ...exchange } = scheme.exchange;
      const fields = {
        ...sourceFields(source),
        ...exchange,
        ...(expiresIn === undefined ? {} : { expiresIn }),
      };
      return code`${file.runtime("tokenExchange")}(${literal({ ...sourceFields(scheme.source), exchange: fields })})`;
    }
    case "mutualTLS":
      return code`${file.runtime("mutualTLS")}()`;
  }
}

function sourceFields({ option, env }: CredentialSource): JsonObject {
  return env === undefined ? { option } : { option, env };
}

function sourceOf(source: CredentialSource): Code {
  return literal(sourceFields(source));
}
