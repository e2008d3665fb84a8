/** Schemes of HTTP authentication that can be looked for; a certificate is the connection's, which nobody here sees. */
export const JUDGED_HTTP: ReadonlySet<string> = new Set(["basic", "bearer", "digest"]);
