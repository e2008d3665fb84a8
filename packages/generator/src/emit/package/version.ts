/** `src/version.ts`: the version that the user agent carries. */
export function emitVersion(version: string): string {
  return `/** Version of this package. */\nexport const VERSION: string = ${JSON.stringify(version)};\n`;
}
