/** `agents.links.list` in its parts: the resource `agents.links` ("" for the client's own), and the method. */
export function splitId(id: string): { readonly resource: string; readonly method: string } {
  const dot = id.lastIndexOf(".");
  return { resource: id.slice(0, Math.max(dot, 0)), method: id.slice(dot + 1) };
}

/** Joins a resource and a method to an id: `agents.links` and `list` to `agents.links.list`. */
export function joinId(resource: string, method: string): string {
  return resource === "" ? method : `${resource}.${method}`;
}
