import { UsageError } from "../errors/usage-error.ts";
import type { Facts } from "../layer.ts";
import type { MiddlewareChain } from "../plug-in.ts";
import type { Around, LayerParts, Wrapping } from "../request/call.ts";
import { describeValue } from "../values/plain.ts";
import { aroundAttempt } from "./around-attempt.ts";
import { randomNames } from "./identity.ts";
import { ownFields } from "./own-fields.ts";
import type { ChainMember } from "./types.ts";

/** A chain of ours, or a plug-in, which has no members. */
interface Chain extends MiddlewareChain {
  readonly wrap: (parts: LayerParts) => Wrapping;
  readonly members?: readonly Member[] | undefined;
}

type Member = Exclude<ChainMember, MiddlewareChain> | Chain;

/**
 * Puts functions around each attempt of a client's calls; the first is the outermost. Credentials are added after them,
 * so they see none, and they do not see token exchanges. Make a chain once, and give it to all clients that share a
 * cache.
 *
 * @example
 * const client = new Vendor({ middleware: chainMiddleware(cache, breaker) });
 * @throws {UsageError} for what is not a function
 */
export function chainMiddleware(...members: readonly ChainMember[]): MiddlewareChain {
  const all = members.flatMap((member, index) => membersOf(member, index));
  const names = randomNames();
  const chain: Chain = {
    members: all,
    wrap(parts) {
      const attempts = new WeakMap<Facts, number>();
      const site = { parts, fields: ownFields(parts.definition), names, attempts };
      const wrappings = all.map((member, index) =>
        typeof member === "function"
          ? { attempt: aroundAttempt(member, describeMember(member, index), site) }
          : member.wrap(parts),
      );
      const together =
        (place: Exclude<keyof Wrapping, "refused">): Around =>
        (next) =>
          wrappings.reduceRight((below, wrapping: Wrapping) => wrapping[place]?.(below) ?? below, next);
      return {
        call: together("call"),
        attempt: (next) => {
          const first = together("attempt")(next);
          return (request) => {
            attempts.set(request.facts, (attempts.get(request.facts) ?? 0) + 1);
            return first(request);
          };
        },
        wire: together("wire"),
      };
    },
  };
  return chain;
}

function membersOf(member: ChainMember, index: number): readonly Member[] {
  if (typeof member === "function") return [member];
  const { wrap, members } = Object(member) as Partial<Chain>;
  if (typeof wrap === "function") return members ?? [member as Chain];
  throw new UsageError(
    `Middleware ${index + 1} is ${describeValue(member)}; a function (request, next) => reply is expected.`,
  );
}

/** How errors speak of a function. */
function describeMember({ name }: { readonly name: string }, index: number): string {
  return `Middleware ${index + 1}${name ? ` (${name})` : ""}`;
}
