import { UsageError } from "../errors/usage-error.ts";
import type { CredentialSource, SecurityScheme } from "../security-scheme.ts";
import { authenticatorWith, checkText, findSecret, originOf } from "./secret.ts";
import { secretsOfPair } from "./secrets-of-pair.ts";

/** User name and password in `Authorization: Basic` (RFC 7617), in UTF-8. */
export function basic(username: CredentialSource, password: CredentialSource): SecurityScheme {
  return {
    sources: [username, password],
    header: "authorization",
    configure(options) {
      const user = findSecret(username, options, checkUser);
      const word = findSecret(password, options, checkPassword);
      if (!user || !word) return undefined;
      const both = (name: string, secret: string): string => `${name}:${secret}`;
      return authenticatorWith(
        {
          origin: originOf(user, word),
          mayChange: user.mayChange || word.mayChange,
          known: () => user.known().flatMap((name) => word.known().map((secret) => both(name, secret))),
          read(context) {
            const name = user.read(context);
            const secret = word.read(context);
            return typeof name === "string" && typeof secret === "string"
              ? both(name, secret)
              : Promise.all([name, secret]).then((pair) => both(...pair));
          },
        },
        (pair) => {
          const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(pair)));
          return {
            header: ["authorization", `Basic ${encoded}`],
            secrets: [encoded, ...secretsOfPair(pair)],
          };
        },
      );
    },
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x1f\x7f]/;

function checkWord(secret: string, name: string): string {
  const text = checkText(secret, name);
  if (CONTROL.test(text)) throw new UsageError(`${name} holds a control character.`);
  return text;
}

/** Vendors whose user name is the key ask for no password. What is in the environment and empty is not given. */
function checkPassword(secret: string, name: string): string {
  return secret === "" ? "" : checkWord(secret, name);
}

function checkUser(user: string, name: string): string {
  const text = checkWord(user, name);
  if (text.includes(":"))
    throw new UsageError(`${name} holds a colon, which Basic authentication cannot express.`);
  return text;
}
