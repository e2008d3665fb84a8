import { basename, dirname, resolve } from "node:path";
import type { DeliveryTamper, Mock } from "@trunkline/mock";
import { colors } from "../colors.ts";
import { CommandFailure } from "../failure.ts";
import { printableLine } from "../printable.ts";
import { print } from "../terminal.ts";

export interface DeliverFlags {
  readonly to: string | undefined;
  readonly secret: string | undefined;
  readonly example: string | undefined;
  readonly tamper: DeliveryTamper | undefined;
  readonly waits: boolean | undefined;
}

/**
 * Sends one webhook to an endpoint, with a line for each attempt.
 *
 * @throws CommandFailure when no attempt was answered with a 2xx status
 */
export async function deliverOnce(
  mock: Mock,
  source: string,
  event: string,
  { to, secret, example, tamper, waits }: DeliverFlags,
): Promise<void> {
  if (to === undefined)
    throw new CommandFailure("Say where your endpoint is: --to http://127.0.0.1:3000/webhooks");
  const variable = secretVariable(source);
  const options = { to, secret: secret ?? (process.env[variable] || undefined), example, tamper, waits };
  const delivery = await mock.deliver(event, options).catch((error: Error) => {
    const hint =
      options.secret === undefined && error.message.includes("`secret`")
        ? ` Give --secret, or set ${variable}.`
        : "";
    throw new CommandFailure(`${error.message}${hint}`, { cause: error });
  });
  for (const { status, error, answer, milliseconds, isTaken } of delivery.attempts) {
    const color = isTaken ? colors.green : colors.yellow;
    const told = error ?? answer?.split("\n")[0] ?? "";
    print(
      `${color(String(status ?? "---"))} ${event} ${milliseconds} ms ${printableLine(told.slice(0, 200))}`.trimEnd(),
    );
  }
  if (!delivery.isDelivered)
    throw new CommandFailure(`The endpoint did not accept ${event}: only a 2xx status accepts it.`);
}

/** `@trunkline/agent-ref`, `specs/agent-ref/openapi.yaml`, `agent-ref` -> `AGENT_REF_WEBHOOK_SECRET`. */
function secretVariable(source: string): string {
  const isFile = /\.(?:ya?ml|json)$/.test(source);
  const name = basename(isFile ? dirname(resolve(source)) : source);
  return `${name.toUpperCase().replace(/[^A-Z\d]+/g, "_")}_WEBHOOK_SECRET`;
}
