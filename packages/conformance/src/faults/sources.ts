import type { FaultSource } from "./types.ts";

function rfc(number: number, section: string): FaultSource {
  return {
    name: `RFC ${number} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  };
}

/** HTTP Semantics. */
export const http = (section: string): FaultSource => rfc(9110, section);
/** HTTP/1.1. */
export const http1 = (section: string): FaultSource => rfc(9112, section);
/** Uniform Resource Identifiers. */
export const uri = (section: string): FaultSource => rfc(3986, section);
/** Caching. */
export const caching = (section: string): FaultSource => rfc(9111, section);
/** JSON. */
export const json = (section: string): FaultSource => rfc(8259, section);
/** The statuses 428, 429, 431 and 511. */
export const statuses = (section: string): FaultSource => rfc(6585, section);
/** Bearer tokens. */
export const bearer = (section: string): FaultSource => rfc(6750, section);
/** The status 425. */
export const early = (section: string): FaultSource => rfc(8470, section);
/** TLS 1.3. */
export const tls = (section: string): FaultSource => rfc(8446, section);
/** URI templates. */
export const template = (section: string): FaultSource => rfc(6570, section);
/** Cookies. */
export const cookies = (section: string): FaultSource => rfc(6265, section);
/** Problem details. */
export const problem = (section: string): FaultSource => rfc(9457, section);
/** OAuth 2.0. */
export const oauth = (section: string): FaultSource => rfc(6749, section);

/** The IETF draft of the `RateLimit` fields. */
export const ratelimit = (): FaultSource => ({
  name: "draft-ietf-httpapi-ratelimit-headers",
  url: "https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/",
});

/** A section of the OpenAPI Specification 3.1.1. */
export const openapi = (title: string, anchor: string): FaultSource => ({
  name: `OpenAPI 3.1.1, ${title}`,
  url: `https://spec.openapis.org/oas/v3.1.1.html#${anchor}`,
});

const STANDARDS = { fetch: "Fetch", url: "URL", dom: "DOM", encoding: "Encoding", html: "HTML" };

/** A section of a WHATWG standard. */
export const whatwg = (standard: keyof typeof STANDARDS, title: string, anchor: string): FaultSource => ({
  name: `WHATWG ${STANDARDS[standard]}, ${title}`,
  url: `https://${standard === "html" ? "html.spec.whatwg.org/multipage" : `${standard}.spec.whatwg.org`}/#${anchor}`,
});

/** A page of Node's manual. */
export const node = (title: string, page: string): FaultSource => ({
  name: `Node.js, ${title}`,
  url: `https://nodejs.org/api/${page}`,
});

/** A weakness of the Common Weakness Enumeration. */
export const weakness = (number: number): FaultSource => ({
  name: `CWE-${number}`,
  url: `https://cwe.mitre.org/data/definitions/${number}.html`,
});

/** An issue of a public repository. */
export const issue = (repository: string, number: number): FaultSource => ({
  name: `${repository}#${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});

/** A pull request of a public repository. */
export const pull = (repository: string, number: number): FaultSource => ({
  name: `${repository}#${number}`,
  url: `https://github.com/${repository}/pull/${number}`,
});
