import type { JsonObject, JsonValue } from "@trunkline/document";
import type { PageModel, ResultModel } from "./answer-model.ts";
import type { BulkDefinitionModel } from "./bulk-model.ts";
import type { EnvironmentModel } from "./client-model.ts";
import type { SecurityModel } from "./credentials-model.ts";
import type { BodyModel, Nested, ParameterModel, ParamsModel } from "./parameters-model.ts";
import type { TypeNode } from "./type-nodes.ts";
import type { Variant } from "./variant.ts";

export interface OperationModel {
  /** Stable, dotted: `programs.listAffiliates`. Errors carry it. */
  readonly id: string;
  /** Id of its resource; "" = a method of the client itself. */
  readonly resource: string;
  readonly method: string;
  /** Set of the methods that call a route in another form than its own method does. */
  readonly variant: Variant | undefined;
  /** Field of the body that the method sets to true itself. */
  readonly fixed: string | undefined;
  /** Extra method that walks all pages. */
  readonly walk: WalkModel | undefined;
  /** Extra method that takes any number of rows. */
  readonly bulk: BulkModel | undefined;
  /** Old method names that still work. */
  readonly aliases: readonly string[];
  readonly httpMethod: string;
  /** Template as in the document. */
  readonly path: string;
  /** Template as it is sent, see `Route`. */
  readonly sent: string;
  /** Where it stands in the document. */
  readonly pointer: readonly (string | number)[];
  /** First tag, as the document writes it. */
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Every scope or role that some alternative of its security asks for. */
  readonly scopes: readonly string[];
  /** `undefined`: as the client. */
  readonly security: SecurityModel | undefined;
  readonly parameters: readonly ParameterModel[];
  /** Groups of parameters that stand in a field of their own. */
  readonly nested: Nested;
  readonly body: BodyModel | undefined;
  /** Some field of the body is required. */
  readonly isBodyFieldRequired: boolean;
  /** The type of `params`; `undefined` = none yet (`NoParams`). */
  readonly params: ParamsModel | undefined;
  /** The operation declares the idempotency header. */
  readonly keyed: boolean | "auto" | "explicit";
  readonly retry: "never" | "always" | undefined;
  /** Groups of the client's quotas that it counts in. */
  readonly quotas: readonly string[] | undefined;
  readonly result: ResultModel;
  readonly page: PageModel | undefined;
  /** Documented errors in order of status. */
  readonly errors: readonly ErrorResponseModel[];
  /** One call as the document's examples show it. */
  readonly example: ExampleModel;
  /** Base URL of its own. */
  readonly server: string | undefined;
  /** The same with variables, where options of the client set some. */
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

export interface ErrorResponseModel {
  /** `404`, `5XX` or `default`. */
  readonly status: string;
  /** Class that is thrown, exported by the package. */
  readonly className: string;
  readonly description: string | undefined;
  /** Type of the body; `undefined` = none documented. */
  readonly body: TypeNode | undefined;
}

export interface ExampleModel {
  /** Values of the path parameters, in template order. */
  readonly path: readonly JsonValue[];
  /** Keys of `params` with their values, `UPLOAD` for files; `undefined` = called without. */
  readonly params: JsonObject | undefined;
}
