import { transform } from "sucrase";

/**
 * Takes types and imports out of a sample: what it imports, it asks `require` for.
 *
 * @returns a script for the body of an async function, line for line, that returns what the sample made last
 * @throws SyntaxError that names the line
 */
export function stripSample(sample: string): string {
  const { code } = transform(sample, {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
    preserveDynamicImport: false,
    production: true,
  });
  const last = [...sample.matchAll(/^(?:const|let|var) ([\w$]+)(?:: [^=\n]+)? = await\b/gm)].at(-1)?.[1];
  return last === undefined ? code : `${code}\nreturn ${last};`;
}
