import { isObject } from "@trunkline/document";
import type { Model } from "../model/types.ts";

/** Every key that a package.json of ours has, and what may stand there; `*` is any key. */
const shape: Readonly<Record<string, RegExp>> = {
  "/name": /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/,
  "/version": /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/,
  "/description": /^[^\p{C}\p{Zl}\p{Zp}]{1,300}$/u,
  "/homepage": /^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/,
  "/bugs/url": /^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/,
  "/repository/type": /^git$/,
  "/repository/url": /^git\+https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+\.git$/,
  "/repository/directory": /^[\w@.~-]+(?:\/[\w@.~-]+)*$/,
  "/keywords/*": /^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u,
  "/license": /^[\w.+()\- ]{1,120}$/,
  "/author": /^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u,
  "/publishConfig/access": /^(?:public|restricted)$/,
  "/publishConfig/registry": /^https?:\/\/[\w.~:/@%-]+$/,
  "/publishConfig/tag": /^[a-z][\w.-]{0,60}$/,
  "/publishConfig/provenance": /^(?:true|false)$/,
  "/type": /^module$/,
  "/sideEffects": /^false$/,
  "/engines/node": /^>=\d+(?:\.\d+){0,2}$/,
  "/files/*": /^(?:dist|openapi\.yaml|names\.lock|skills|CHANGELOG\.md)$/,
  "/main": /^\.\/dist\/index\.cjs$/,
  "/types": /^\.\/dist\/index\.d\.cts$/,
  "/exports/./import/types": /^\.\/dist\/index\.d\.mts$/,
  "/exports/./import/default": /^\.\/dist\/index\.mjs$/,
  "/exports/./require/types": /^\.\/dist\/index\.d\.cts$/,
  "/exports/./require/default": /^\.\/dist\/index\.cjs$/,
  "/exports/./raw/import/types": /^\.\/dist\/raw\.d\.mts$/,
  "/exports/./raw/import/default": /^\.\/dist\/raw\.mjs$/,
  "/exports/./raw/require/types": /^\.\/dist\/raw\.d\.cts$/,
  "/exports/./raw/require/default": /^\.\/dist\/raw\.cjs$/,
  "/exports/./webhooks/import/types": /^\.\/dist\/webhooks\.d\.mts$/,
  "/exports/./webhooks/import/default": /^\.\/dist\/webhooks\.mjs$/,
  "/exports/./webhooks/require/types": /^\.\/dist\/webhooks\.d\.cts$/,
  "/exports/./webhooks/require/default": /^\.\/dist\/webhooks\.cjs$/,
  "/exports/./pick/import/types": /^\.\/dist\/pick\.d\.mts$/,
  "/exports/./pick/import/default": /^\.\/dist\/pick\.mjs$/,
  "/exports/./pick/require/types": /^\.\/dist\/pick\.d\.cts$/,
  "/exports/./pick/require/default": /^\.\/dist\/pick\.cjs$/,
  "/exports/./resources/*/import/types": /^\.\/dist\/resources\/\*\.d\.mts$/,
  "/exports/./resources/*/import/default": /^\.\/dist\/resources\/\*\.mjs$/,
  "/exports/./resources/*/require/types": /^\.\/dist\/resources\/\*\.d\.cts$/,
  "/exports/./resources/*/require/default": /^\.\/dist\/resources\/\*\.cjs$/,
  "/exports/./openapi.yaml": /^\.\/openapi\.yaml$/,
  "/exports/./names.lock": /^\.\/names\.lock$/,
  "/exports/./package.json": /^\.\/package\.json$/,
  "/typesVersions/*/pick/*": /^\.\/dist\/pick\.d\.cts$/,
  "/typesVersions/*/raw/*": /^\.\/dist\/raw\.d\.cts$/,
  "/typesVersions/*/webhooks/*": /^\.\/dist\/webhooks\.d\.cts$/,
  "/typesVersions/*/resources/*/*": /^\.\/dist\/resources\/\*\.d\.cts$/,
  "/trunkline/client": /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u,
  "/trunkline/document": /^\.\/openapi\.yaml$/,
  "/trunkline/names": /^\.\/names\.lock$/,
  "/scripts/build": /^tsdown$/,
  "/scripts/typecheck": /^tsc -p \.$/,
  "/scripts/test": /^vitest run$/,
  "/scripts/lint:package":
    /^publint --strict && attw --pack \. --exclude-entrypoints openapi\.yaml names\.lock$/,
  "/dependencies/*": /^(?:workspace:\^|catalog:|\^?\d+\.\d+\.\d+)$/,
  "/devDependencies/*": /^(?:workspace:\^|catalog:|\^?\d+\.\d+\.\d+)$/,
};

/** Packages that an emitted package may ask for. */
const packages: ReadonlySet<string> = new Set([
  "@arethetypeswrong/cli",
  "@trunkline/conformance",
  "@trunkline/runtime",
  "@types/node",
  "publint",
  "tsdown",
  "typescript",
  "vite",
  "vitest",
]);

/** package.json: no key and no script that the generator does not write itself, and no text that is more than a line. */
export function checkManifest(text: string, model: Model): string[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return ["package.json is not JSON"];
  }
  const faults: string[] = [];
  const visit = (value: unknown, path: string, general: string): void => {
    if (isObject(value) || Array.isArray(value)) {
      for (const [key, field] of Object.entries(value)) {
        const isOpen = Array.isArray(value) || packages.has(key);
        const next = Object.hasOwn(shape, `${general}/*`) && isOpen ? `${general}/*` : `${general}/${key}`;
        visit(field, `${path}/${key}`, next);
      }
    } else if (!Object.hasOwn(shape, general) || !shape[general]?.test(String(value))) {
      faults.push(`package.json has ${JSON.stringify(value)} at ${path}`);
    }
  };
  visit(manifest, "", "");
  const { client } = isObject(manifest) && isObject(manifest.trunkline) ? manifest.trunkline : {};
  if (client !== model.client.name) faults.push(`package.json names the client ${JSON.stringify(client)}`);
  return faults;
}
