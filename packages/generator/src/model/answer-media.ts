import { type AnswerForm, answerForm, type JsonObject } from "@trunkline/document";
import type { Context } from "./context.ts";
import { type At, below, entriesBelow, resolve, resolveObject } from "./document.ts";
import { tellingParameters } from "./media-meaning.ts";
import { type Offer, saysTheSame } from "./request-media.ts";
import { bareMediaType, mediaTypesOf, type Route } from "./routes.ts";

/** One documented answer, resolved. */
export interface Answer {
  readonly status: string;
  readonly at: At<JsonObject>;
}

export type AnswerKind = AnswerForm;

/** What a method may be answered with, by how it is read. */
export interface AnswerMedia {
  readonly good: readonly Answer[];
  /** How the method reads; `undefined` = there are no bodies. */
  readonly kind: AnswerKind | undefined;
  /** What is read so. */
  readonly main: readonly Offer[];
  /** What is read in another way, and can be asked for: a method each. */
  readonly others: readonly Offer[];
  /** Other forms of what is read already. */
  readonly same: readonly Offer[];
  /** What comes with another status, so that nobody can ask for it. */
  readonly lost: readonly Offer[];
}

export function answersOf(context: Context, route: Route): Answer[] {
  return entriesBelow(route.at, "responses").flatMap(([status, reference]) => {
    const at = resolveObject(context.document, reference);
    return at === undefined || status.startsWith("x-") ? [] : [{ status: status.toUpperCase(), at }];
  });
}

export function isSuccess(status: string): boolean {
  return /^2(?:\d\d|XX)$/.test(status);
}

/** Answers that a method resolves with; `default` is one where nothing else is. */
export function successes(answers: readonly Answer[]): Answer[] {
  const found = answers.filter(({ status }) => isSuccess(status));
  const isOnlyDefault = answers.every(({ status }) => status === "DEFAULT");
  return found.length === 0 && isOnlyDefault ? [...answers] : found;
}

export function answerMediaOf(context: Context, route: Route): AnswerMedia {
  const good = successes(answersOf(context, route));
  const offers = good.flatMap(({ at }) => mediaTypesOf(at));
  const kindOf = (offer: Offer): AnswerKind => answerKind(context, offer);
  const kinds = offers.map(kindOf);
  const [first] = kinds;
  const rest = kinds.filter((kind) => kind !== "stream");
  // JSON is read best; else what the document names first.
  const kind = kinds.includes("json") ? "json" : first === "stream" ? first : [...rest].sort()[0];
  if (kind === undefined) return { good, kind, main: offers, others: [], same: [], lost: [] };
  // Text and bytes are handed over as they come, whichever it is; of two streams only one is read.
  const isRead = (offer: Offer): boolean =>
    kind === "json" || kind === "stream" ? kindOf(offer) === kind : kindOf(offer) !== "stream";
  const read = offers.filter(isRead);
  const main = kind === "stream" ? read.slice(0, 1) : kind === "json" ? readAsJson(good, read) : read;
  const others = new Map<string, Offer>();
  const lost: Offer[] = [];
  const same: Offer[] = [];
  for (const { at } of good) {
    const here = mediaTypesOf(at);
    const isNegotiated = here.some((offer) => main.some(({ name }) => name === offer.name));
    for (const offer of here) {
      if (main.some((one) => one.name === offer.name)) continue;
      if (main.some((one) => saysTheSame(offer, one))) {
        same.push(offer);
        continue;
      }
      if (isNegotiated) others.set(keyOf(offer), others.get(keyOf(offer)) ?? offer);
      else lost.push(offer);
    }
  }
  return { good, kind, main, others: [...others.values()], same, lost };
}

function keyOf({ name }: Offer): string {
  return `${bareMediaType(name)};${tellingParameters(name)}`;
}

/**
 * What a method that reads JSON reads: the best type of it, what says the same in another, and what comes with a status
 * for which the best one is not there to be asked for.
 */
function readAsJson(good: readonly Answer[], offers: readonly Offer[]): readonly Offer[] {
  const names = offers.map(({ name }) => name);
  const best = names.find((name) => bareMediaType(name) === "application/json") ?? names[0];
  const main = offers.filter(({ name }) => name === best);
  const isHere = (at: At<JsonObject>): boolean => mediaTypesOf(at).some(({ name }) => name === best);
  const withoutBest = new Set(
    good.filter(({ at }) => !isHere(at)).flatMap(({ at }) => mediaTypesOf(at).map((one) => one.at.value)),
  );
  const rest = offers.filter(
    (offer) =>
      offer.name !== best && (withoutBest.has(offer.at.value) || main.some((one) => saysTheSame(offer, one))),
  );
  return [...main, ...rest];
}

export function answerKind({ document }: Context, { name, at }: Offer): AnswerKind {
  const schema = below(at, "schema");
  return answerForm(name, schema && resolve(document, schema).value);
}
