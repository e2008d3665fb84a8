import { field, type JsonObject, type JsonValue, parsePointer, readExtension } from "@trunkline/document";
import type { Body } from "./body.ts";
import type { BulkDefinitionModel } from "./bulk-model.ts";
import type { Context } from "./context.ts";
import { type At, below, printPointer, resolve } from "./document.ts";
import { alternativesOf, schemasAt } from "./fields.ts";
import { guessBulk } from "./infer/bulk.ts";
import { unionOf } from "./nodes.ts";
import type { Nested } from "./parameters-model.ts";
import type { Route } from "./routes.ts";
import type { PropertyModel, TypeNode } from "./type-nodes.ts";

/** A method that takes any number of rows, before its own types have names. */
export interface DraftBulk {
  readonly method: string;
  readonly row: TypeNode;
  /** Field of params that the rows are taken out of. */
  readonly field: string;
  /** Params without the rows. */
  readonly params: readonly PropertyModel[];
  /** What the runtime is told. */
  readonly definition: BulkDefinitionModel;
}

/** What the document says of rows; a guess is only told. */
export function bulkOf(
  context: Context,
  route: Route,
  body: Body | undefined,
  nested: Nested,
  params: readonly PropertyModel[],
  owner: string,
): DraftBulk | undefined {
  if (route.variant !== undefined || body?.schema === undefined) return undefined;
  const said = readExtension("operation", route.at.value).bulk;
  if (said?.rows === undefined || said.method === undefined) {
    if (said === undefined) guessBulk(context, route, body);
    return undefined;
  }
  const [step, ...deeper] = parsePointer(said.rows) ?? [];
  const isSpread = body.model.placement === "fields" && nested.body === undefined;
  const place = step === undefined ? (nested.body ?? "body") : step;
  if (deeper.length > 0 || (step === undefined) === isSpread || body.model.encoding !== "json") {
    const message = `The rows of ${route.key} are not a field of params: they have to be the JSON body itself, or a list that is one of its fields`;
    context.report("error", "x-trunkline-bulk", message, route.at);
    return undefined;
  }
  const lists = schemasAt(context.document, body.schema, said.rows).map(({ at }) => at);
  const items = lists.flatMap((one) =>
    alternativesOf(context.document, one).flatMap(
      (list) => below(resolve(context.document, list), "items") ?? [],
    ),
  );
  if (items.length === 0) {
    context.report(
      "error",
      "x-trunkline-bulk",
      `The rows of ${route.key} are not a list at ${said.rows || "the body"}`,
      route.at,
    );
    return undefined;
  }
  const { key, received, accepted, failed, errors, keyLifeSeconds } = said;
  const max = said.max ?? mostItems(context.document, lists);
  return {
    method: said.method,
    field: place,
    row: unionOf(items.map((one) => context.types.of(one, "input", `${owner}Row`))),
    params: params.filter(({ name }) => name !== place),
    definition: {
      rows: printPointer([place]).replace(/^#/, ""),
      ...(max === undefined ? {} : { max }),
      ...(key === undefined ? {} : { key }),
      ...(keyLifeSeconds === undefined ? {} : { keyLife: keyLifeSeconds }),
      answer: {
        ...(received === undefined ? {} : { received }),
        ...(accepted === undefined ? {} : { accepted: [...accepted] }),
        ...(failed === undefined ? {} : { failed }),
        ...(errors === undefined ? {} : { errors: { ...errors } }),
      } as JsonObject,
    },
  };
}

/** What the schema of the list says already. */
function mostItems(document: JsonObject, lists: readonly At<JsonValue>[]): number | undefined {
  const bounds = lists.flatMap((one) =>
    alternativesOf(document, one).flatMap((list) => {
      const most = field(resolve(document, list).value, "maxItems");
      return typeof most === "number" ? [most] : [];
    }),
  );
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}
