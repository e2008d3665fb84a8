type Contents = readonly { schema?: unknown }[] | undefined;

interface Resource {
  readonly request?: { readonly body?: { readonly contents?: Contents } };
  readonly responses: readonly { readonly contents?: Contents }[];
}

/**
 * Lets equal schemas of different operations be one object. Prism compiles a schema once per object, and
 * every operation comes with its own copies of the error bodies: a large document is judged ten times
 * faster for it.
 */
export function shareSchemas(resources: readonly Resource[]): void {
  const known = new Map<string, unknown>();
  for (const resource of resources) {
    const bodies = [
      resource.request?.body?.contents,
      ...resource.responses.map((response) => response.contents),
    ];
    for (const content of bodies.flatMap((contents) => contents ?? [])) {
      // Prism gives every schema an id of its own, which means nothing to a validator.
      const text = JSON.stringify(content.schema, (key, value) =>
        key === "x-stoplight" ? undefined : value,
      );
      // What a reference leads to is kept per operation, so such a schema is not the same elsewhere.
      if (text === undefined || text.includes('"#/__bundled__')) continue;
      if (known.has(text)) content.schema = known.get(text);
      else known.set(text, content.schema);
    }
  }
}
