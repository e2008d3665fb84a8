import type http from "@stoplight/prism-http";
import { sentPath } from "@trunkline/document";
import type { OpenDocument } from "../document/open.ts";
import type { DocumentOperation } from "../document/operations.ts";
import { segmentTemplate } from "../template.ts";
import { isReadHere } from "./structured-parameters.ts";

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
  document: OpenDocument,
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

/** The same operation, taking as JSON what it takes as `type`: so Prism judges forms by their schema too. */
export function takingJson(resource: Resource, type: string): Resource {
  const contents = resource.request?.body?.contents ?? [];
  const renamed = contents.flatMap((one) =>
    one.mediaType === type ? [{ ...one, mediaType: "application/json" }] : [],
  );
  const body = { ...resource.request?.body, contents: renamed };
  return { ...resource, request: { ...resource.request, body } } as Resource;
}
