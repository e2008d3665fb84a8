/**
 * The origin that answered in place of the one that was asked, where `fetch` follows redirects whatever it is
 * told, as React Native's does. The address of an answer is all that tells of it.
 */
export function foreignOrigin(requested: string, answered: string | undefined): string | undefined {
  if (!answered || answered === requested) return undefined;
  // Some replacements of `fetch` tell a path alone.
  const { origin } = new URL(answered, requested);
  return origin === new URL(requested).origin ? undefined : origin;
}
