/** A shorter password is a formality, as in `sk_live_…:` and `api-key:x`: there the user name is the key. */
const LEAST = 8;

/** What of `name:password` nobody may see. */
export function secretsOfPair(pair: string): string[] {
  const colon = pair.indexOf(":");
  if (colon < 0) return [];
  const password = pair.slice(colon + 1);
  return password.length < LEAST ? [pair.slice(0, colon), password].filter((one) => one !== "") : [password];
}
