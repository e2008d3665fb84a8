import type { JsonObject, JsonValue } from "@trunkline/document";
import type { PageModel, ResultModel } from "./answer-model.ts";
import type { BulkDefinitionModel } from "./bulk-model.ts";
import type { EnvironmentModel } from "./client-model.ts";
import type { SecurityModel } from "./credentials-model.ts";
import type { BodyModel, Nested, ParameterModel, ParamsModel } from "./parameters-model.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { Variant } from "./variant.ts";

/** One method of the client. */
export interface OperationModel {
  /** Stable id: `programs.listAffiliates`. Errors have it too. */
  readonly id: string;
  /** Id of its resource; "" for a method of the client itself. */
  readonly resource: string;
  /** Name of the method. */
  readonly method: string;
  /** Set if the method sends or reads another media type than the route's first method. */
  readonly variant: Variant | undefined;
  /** Field of the body that the method itself sets to true. */
  readonly fixed: string | undefined;
  /** The further method that reads the items of all pages. */
  readonly walk: WalkModel | undefined;
  /** The further method that sends any number of rows. */
  readonly bulk: BulkModel | undefined;
  /** Old method names that still work. */
  readonly aliases: readonly string[];
  readonly httpMethod: string;
  /** Path template as in the document. */
  readonly path: string;
  /** Path template as it is sent, see `Route`. */
  readonly sent: string;
  /** Place of the operation in the document. */
  readonly pointer: readonly (string | number)[];
  /** First tag, as the document writes it. */
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Every scope or role that one of the alternatives of its security needs. */
  readonly scopes: readonly string[];
  /** Alternatives as in {@link ClientModel.security}; `undefined`: those of the client. */
  readonly security: SecurityModel | undefined;
  readonly parameters: readonly ParameterModel[];
  /** Groups of parameters that have a field of their own in `params`. */
  readonly nested: Nested;
  readonly body: BodyModel | undefined;
  /** Whether any field of the body is required. */
  readonly isBodyFieldRequired: boolean;
  /** The type of `params`; `undefined` if the method has none (`NoParams`). */
  readonly params: ParamsModel | undefined;
  /** Whether the operation declares the idempotency header, and how it gets its keys. */
  readonly keyed: boolean | "auto" | "explicit";
  readonly retry: "never" | "always" | undefined;
  /** Groups of the client's quotas in which its requests count. */
  readonly quotas: readonly string[] | undefined;
  readonly result: ResultModel;
  /** How it pages its list; `undefined` if it does not. */
  readonly page: PageModel | undefined;
  /** Documented errors in order of status. */
  readonly errors: readonly ErrorResponseModel[];
  /** The arguments of one call, from the document's examples. */
  readonly example: ExampleModel;
  /** Base URL, if it differs from the client's. */
  readonly server: string | undefined;
  /** The base URL with variables, if options of the client set them. */
  readonly serverTemplate: EnvironmentModel["template"];
  readonly externalDocs: string | undefined;
}

export interface BulkModel {
  readonly method: string;
  readonly row: TypeNode;
  /** Field of the operation's params that the rows are taken out of. */
  readonly field: string;
  /** The type of the method's `params`; `undefined` = none yet. */
  readonly params: ParamsModel | undefined;
  readonly definition: BulkDefinitionModel;
}

export interface WalkModel {
  readonly method: string;
  readonly limit: number | undefined;
}

/** A documented error of an operation. */
export interface ErrorResponseModel {
  /** `404`, `5XX` or `default`. */
  readonly status: string;
  /** Name of the class that the method throws; the package exports it. */
  readonly className: string;
  readonly description: string | undefined;
  /** Type of the body; `undefined` if the document has none. */
  readonly body: TypeNode | undefined;
}

export interface ExampleModel {
  /** Values of the path parameters, in template order. */
  readonly path: readonly JsonValue[];
  /** Keys of `params` with their values, `UPLOAD` for files; `undefined` = called without. */
  readonly params: JsonObject | undefined;
}
