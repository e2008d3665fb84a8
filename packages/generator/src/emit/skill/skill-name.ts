/** Longest name of a skill that its format admits. */
const LONGEST = 64;

/** `@acme/pet_store` -> `pet-store`: the name of a package's skill, which is that of its folder too. */
export function skillName(packageName: string): string {
  const words = packageName.slice(packageName.indexOf("/") + 1).toLowerCase();
  const name = words
    .replace(/[^a-z\d]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-|-$/g, "");
  return name === "" ? "client" : name;
}
