import type http from "@stoplight/prism-http";
import { bareMediaType, sentPath } from "@trunkline/document";
import {
  concreteType,
  type DocumentOperation,
  isReadHere,
  JUDGED_HTTP,
  segmentTemplate,
} from "@trunkline/document/mock";
import type { DocumentFile } from "../document/open.ts";

/** An operation as Prism has it. */
export type Resource = Awaited<ReturnType<typeof http.getHttpOperationsFromSpec>>[number];

/** A path in which every parameter is a segment of its own, and there is nothing else. */
export function plainPath(segments: readonly string[]): string {
  return `/${segments.join("/")}`;
}

/**
 * The same operation at such a path. Prism would make a pattern of the template, and one for `{a}{b}{c}x` takes time that
 * grows with a power of the path's length.
 */
export function atPlainPath(resource: Resource): Resource {
  const names = sentPath(resource.path)
    .path.split("/")
    .flatMap((segment) => segmentTemplate(segment).names);
  // It would also send requests to whatever address a request names for a callback.
  return { ...resource, path: plainPath(names.map((name) => `{${name}}`)), callbacks: [] };
}

/** The same operation, its lists and objects of headers and its deep objects as whoever asks has read them. */
export function withReadParameters(
  document: DocumentFile,
  resource: Resource,
  operation: DocumentOperation,
): Resource {
  const read = new Set(
    operation.parameters
      .filter((one) => isReadHere(document, one))
      .map((one) => `${one.in} ${one.name.toLowerCase()}`),
  );
  const plain = <Spec extends { name: string; schema?: object }>(
    place: string,
    specs: readonly Spec[] = [],
  ) =>
    // Prism reads by the schema's own type and by the style: without both it takes a value as it is.
    specs.map((spec) =>
      read.has(`${place} ${spec.name.toLowerCase()}`)
        ? { ...spec, style: place === "query" ? "form" : "simple", schema: { allOf: [spec.schema ?? {}] } }
        : spec,
    );
  const { query, headers } = resource.request ?? {};
  const request = { ...resource.request, query: plain("query", query), headers: plain("header", headers) };
  return { ...resource, request } as Resource;
}

/** The same operation, asking for the credentials alone that Prism can judge: it would refuse each request for the others. */
export function withJudgedSecurity(resource: Resource): Resource {
  const security = resource.security?.map((needed) =>
    needed.filter(
      (one) => one.type !== "mutualTLS" && (one.type !== "http" || JUDGED_HTTP.has(String(one.scheme))),
    ),
  );
  return { ...resource, security } as Resource;
}

/**
 * The same operation, its answers with the examples that the document gives them, and of a media type that can be sent.
 * Prism puts an example of their schema before them, under the name `default`, and takes any text for no JSON.
 */
export function withOwnAnswers(
  document: DocumentFile,
  resource: Resource,
  { responses }: DocumentOperation,
): Resource {
  const written = new Map(
    responses.flatMap(({ status, content }) =>
      content.map((one) => [`${status} ${one.type}`.toLowerCase(), one] as const),
    ),
  );
  const changed = resource.responses.map((response) => {
    const contents = response.contents?.map((content) => {
      const own = written.get(`${response.code} ${content.mediaType}`.toLowerCase());
      if (own === undefined) return content;
      const named = own.examples.map(({ name, value }) => ({ id: name, key: name, value }));
      const examples = named.length === 0 ? content.examples : named;
      return { ...content, mediaType: concreteType(document, own), examples };
    });
    return { ...response, contents };
  });
  return { ...resource, responses: changed } as Resource;
}

/** The same operation, answering in one media type wherever it has it. */
export function answering(resource: Resource, mediaType: string): Resource {
  const responses = resource.responses.map((response) => {
    const contents = response.contents?.filter((one) => one.mediaType === mediaType);
    return contents?.length ? { ...response, contents } : response;
  });
  return { ...resource, responses } as Resource;
}

/** The same operation, taking as JSON what it takes as `type`: so Prism judges forms by their schema too. */
export function takingJson(resource: Resource, type: string): Resource {
  return takingAlone(resource, type, { mediaType: "application/json" });
}

/**
 * The same operation, taking one media type. Of several that end with `+json` Prism takes the first, whichever is sent.
 */
export function taking(resource: Resource, type: string | undefined): Resource {
  const written = resource.request?.body?.contents?.find((one) => bareMediaType(one.mediaType) === type);
  return written === undefined ? resource : takingAlone(resource, written.mediaType);
}

function takingAlone(
  resource: Resource,
  type: string,
  change: { readonly mediaType?: string } = {},
): Resource {
  const contents = resource.request?.body?.contents ?? [];
  const left = contents.flatMap((one) => (one.mediaType === type ? [{ ...one, ...change }] : []));
  const body = { ...resource.request?.body, contents: left };
  return { ...resource, request: { ...resource.request, body } } as Resource;
}
