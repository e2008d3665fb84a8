/** What can be ended from outside. */
export interface Endable {
  end(reason: Error): void;
}

const registry: FinalizationRegistry<Endable> = new FinalizationRegistry((exchange) => {
  exchange.end(new Error("Nobody kept the answer."));
});

/**
 * Frees the connection of an answer that nobody can read any longer: undici would hold it for ever, and with it the
 * place of the next call.
 *
 * @param body what a reader needs; the exchange must not hold it
 */
export function giveUpUnread(body: object, exchange: Endable): void {
  registry.register(body, exchange);
}
