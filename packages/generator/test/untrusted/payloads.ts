/** Hostile texts. Each calls the canary with the id of its place, in the way that would work where it got out. */
export const payloads: Readonly<Record<string, (id: string) => string>> = {
  "*/": (id) => `*/ globalThis.fired("${id}"); /*`,
  '"': (id) => `"; globalThis.fired("${id}"); "`,
  "'": (id) => `'; globalThis.fired('${id}'); '`,
  "`": (id) => `\`; globalThis.fired("${id}"); <b onclick=fired(0)> \``,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one
  "${": (id) => "${globalThis.fired('ID')}".replace("ID", id),
  newline: (id) => `a\nglobalThis.fired("${id}");\nb`,
  "carriage return": (id) => `a\rglobalThis.fired("${id}");\r\nb`,
  "U+2028": (id) => `a\u2028globalThis.fired("${id}");\u2029b`,
  "</script>": (id) =>
    `</script><script>globalThis.fired("${id}")</script><img src=x onerror=fired("${id}")>`,
  '"]:': (id) => `"]: globalThis.fired("${id}"), ["`,
  "}": (id) => `}});}}globalThis.fired("${id}");({({`,
  "//": (id) => `//evil.test/${id}`,
  "#": (id) => `# ${id}\n## ${id} #x`,
  "---": (id) => `---\nfired: ${id}\n---\n`,
  controls: (id) => `\u0000\u0007\u0008\u001b[31m${id}\u007f\u0085\u009b`,
  "lone surrogates": (id) => `\ud800${id}\udc00`,
  "right to left": (id) => `\u202e${id}\u202c\u200f\u2066\u061c\u200b\ufeff\u{e0041}`,
  "soft hyphens": (id) => `a\u00ad${id}\u180eb`,
  // Computed, or it would set the prototype of this table.
  ["__proto__"]: () => "__proto__",
  constructor: () => "constructor",
  toString: () => "toString",
  link: (id) =>
    `[${id}](javascript:globalThis.fired("${id}")) <https://evil.test/${id}> ![x](https://evil.test/p.png) https://evil.test www.evil.test`,
  "reference link": (id) => `x\n\n[${id}]: https://evil.test/${id}\n\n[${id}]`,
  yaml: (id) => `!!js/function "${id}" &a *a {{ : - | > %TAG`,
  "order to a tool": (id) =>
    `@ts-nocheck\n@ts-ignore ${id}\nbiome-ignore-all lint: x\n# sourceMappingURL=//evil.test/x.map`,
  "code sample": (id) =>
    `Run:\n\n\`\`\`ts\n// @ts-ignore\n/* @ts-nocheck */ * @ts-expect-error ${id}\n/// <reference path="/etc/passwd" />\n// biome-ignore lint: x\n// eslint-disable-next-line\n//# sourceMappingURL=//evil.test/x.map\n/* @__PURE__ */ /* istanbul ignore next */ @jsx ${id} @license ${id} @@__PURE__ c8\nignore\n\`\`\``,
  "variable of another program": () => "AWS_SECRET_ACCESS_KEY",
  path: (id) => `../../../../tmp/${id}/../..\\..\\x`,
  percent: (id) => `%${id}%TAG%41%2e%2e%2f%00`,
  "1 kB": (id) => `${id} ${"a b/".repeat(250)}`,
};
