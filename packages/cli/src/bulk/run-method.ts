import type { BulkOptions, BulkRun, BulkSummary } from "@trunkline/runtime/bulk";
import { CommandFailure } from "../failure.ts";
import type { BulkOperation } from "./bulk-operation.ts";
import type { ClientPackage } from "./client-package.ts";

export type { BulkSummary };

/** Sends rows. */
export type SendRows = (
  rows: AsyncIterable<object>,
  params: Readonly<Record<string, unknown>>,
  options: BulkOptions,
) => BulkRun<object>;

/** The method of a client, which reads its credentials of the environment. */
export async function bulkMethod(
  pack: ClientPackage,
  { resource, method, positional }: BulkOperation,
  {
    environment,
    baseURL,
  }: { readonly environment: string | undefined; readonly baseURL: string | undefined },
): Promise<SendRows> {
  const Client = (await pack.load())[pack.client];
  if (typeof Client !== "function") throw new CommandFailure(`${pack.name} has no class ${pack.client}.`);
  const quota = await pack.loadQuota();
  const options = {
    ...(quota !== undefined && { quota }),
    ...(environment !== undefined && { environment }),
    ...(baseURL !== undefined && { baseURL }),
  };
  const client: object = Reflect.construct(Client, [options]);
  const holder = resource.reduce<object>((one, name) => Reflect.get(one, name) as object, client);
  const send = Reflect.get(holder, method) as (...given: unknown[]) => BulkRun<object>;
  return (rows, params, settings) => {
    if (positional === undefined) return send.call(holder, rows, params, settings);
    const { [positional]: value, ...rest } = params;
    return send.call(holder, value, rows, rest, settings);
  };
}
