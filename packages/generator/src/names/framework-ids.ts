/**
 * What of an operationId the document's author wrote, without what frameworks put around it: the route as it is
 * (`get-/v3/contacts/{id}_getById`), the class that serves it (`Web.UserController.index`), the method of HTTP and a
 * number (`listUsersUsingGET_1`).
 *
 * @returns `undefined` where nothing is left
 */
export function authoredId(operationId: string, httpMethod: string, path: string): string | undefined {
  let id = operationId;
  const at = path.length > 1 ? id.indexOf(path) : -1;
  if (at !== -1) {
    const before = id.slice(0, at).replace(/[^A-Za-z]/g, "");
    const after = id.slice(at + path.length).replace(/^\W*_?/, "");
    id = before.toLowerCase() === httpMethod.toLowerCase() ? after : `${before} ${after}`.trim();
  }
  id = id.replace(/Using(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:_\d+)?$/, "");
  id = id.replace(/^(?:[A-Z]\w*\.)*[A-Z]\w*(?:Controller|Service|Resource|Api)\.(?=\w+$)/, "");
  return id === "" ? undefined : id;
}
