import { UsageError } from "../errors/usage-error.ts";

/** 32 random hexadecimal digits. @throws {UsageError} where the runtime has none to give */
export function randomDigits(): string {
  if (typeof crypto === "undefined") {
    throw new UsageError(
      'This runtime has no crypto.getRandomValues; in React Native, import "react-native-get-random-values" first.',
    );
  }
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
