import { isObject } from "@trunkline/document";
import type { PackageMetadata } from "@trunkline/generator";

/** The keys of package.json's `trunkline`, and of a vendor's, that become fields of emitted packages. */
export const metadataKeys = ["license", "author", "keywords", "publishConfig", "engines"] as const;

const isLine = (value: unknown, most: number): value is string =>
  typeof value === "string" &&
  value.trim() !== "" &&
  value.length <= most &&
  !/[\p{C}\p{Zl}\p{Zp}]/u.test(value);

/** Key -> whether a value may stand there, and what may. */
const rules: Readonly<Record<string, readonly [isValid: (value: unknown) => boolean, what: string]>> = {
  license: [
    (value) => typeof value === "string" && /^[\w.+()-]+(?: [\w.+()-]+)*$/.test(value) && value.length <= 120,
    'an SPDX expression such as "MIT", or "UNLICENSED"',
  ],
  author: [(value) => isLine(value, 200), 'one line, such as "Acme Inc. <sdk@acme.example>"'],
  keywords: [
    (value) => Array.isArray(value) && value.length <= 50 && value.every((word) => isLine(word, 60)),
    "a list of at most 50 words",
  ],
  "publishConfig.access": [
    (value) => value === "public" || value === "restricted",
    '"public" or "restricted"',
  ],
  "publishConfig.registry": [
    (value) => typeof value === "string" && URL.canParse(value) && /^https?:\/\/[\w.~:/%-]+$/.test(value),
    "the address of a registry, without a user name or password",
  ],
  "publishConfig.tag": [
    (value) => typeof value === "string" && /^[a-z][\w.-]{0,60}$/.test(value),
    'a tag such as "next"',
  ],
  "publishConfig.provenance": [(value) => typeof value === "boolean", "true or false"],
  "engines.node": [
    (value) => typeof value === "string" && isAtLeastOurs(value),
    'a lowest version such as ">=22", and not below ">=20.19", which the runtime needs',
  ],
};

/**
 * Reads licence, author, keywords, publishConfig and engines.
 *
 * @param refuse throws, for the key and the reason that it is given
 */
export function readMetadata(
  fields: Readonly<Record<string, unknown>>,
  refuse: (key: string, reason: string) => never,
): PackageMetadata {
  const found: Record<string, unknown> = {};
  for (const key of metadataKeys) {
    const value = fields[key];
    if (value === undefined) continue;
    if (key in rules) checkField(key, value, refuse);
    else if (!isObject(value)) refuse(key, "must be an object");
    else for (const [part, field] of Object.entries(value)) checkField(`${key}.${part}`, field, refuse);
    found[key] = value;
  }
  return found;
}

function checkField(key: string, value: unknown, refuse: (key: string, reason: string) => never): void {
  if (!Object.hasOwn(rules, key)) {
    const [group] = key.split(".");
    const known = Object.keys(rules).filter((rule) => rule.startsWith(`${group}.`));
    refuse(key, `means nothing. There are: ${known.join(", ")}`);
  }
  const [isValid, what] = rules[key] ?? [];
  if (isValid?.(value) !== true) refuse(key, `must be ${what}`);
}

function isAtLeastOurs(range: string): boolean {
  const [, major = "0", minor = "0"] = /^>=(\d{1,5})(?:\.(\d{1,5}))?(?:\.\d{1,5})?$/.exec(range) ?? [];
  return Number(major) > 20 || (Number(major) === 20 && Number(minor) >= 19);
}
