/** Where a body or a parameter of a document stands, as a person would say it: `GET /pets, answer 200, application/json`. */
export function placeInWords(path: readonly (string | number)[], name: string | undefined): string {
  const [first, ...keys] = path;
  const words: string[] = [];
  if (first === "paths") {
    const [template, ...rest] = keys;
    const isShared = rest[0] === "parameters";
    const operation = rest[0] === "additionalOperations" ? rest[1] : rest[0];
    words.push(isShared ? `${template}` : `${String(operation).toUpperCase()} ${template}`);
    if (!isShared) rest.splice(0, rest[0] === "additionalOperations" ? 2 : 1);
    words.push(...partInWords(rest, name));
  } else {
    // Such as components, requestBodies, Pet.
    const at = keys.indexOf("content");
    words.push([first, ...keys.slice(0, at === -1 ? undefined : at)].join("."));
    if (at !== -1) words.push(String(keys[at + 1]));
  }
  return words.join(", ");
}

function partInWords(keys: readonly (string | number)[], name: string | undefined): readonly string[] {
  const [section, which] = keys;
  const type = keys[keys.indexOf("content") + 1];
  const media = keys.includes("content") ? [String(type)] : [];
  if (section === "requestBody") return ["body", ...media];
  if (section === "responses") return [`answer ${which}`, ...media];
  return [`parameter ${name ?? which}`, ...media];
}
