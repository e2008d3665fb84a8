import {
  type APIPromise,
  APIResource,
  multipart,
  type Operations,
  type RequestOptions,
  type Uploadable,
} from "@trunkline/runtime/client";

const operations = {
  multipartFormdata: {
    id: "multipartFormData.multipartFormdata",
    method: "POST",
    path: "/anything/multipart-formdata",
    body: multipart(),
    response: "none",
  },
  replaceMultipartFormdata: {
    id: "multipartFormData.replaceMultipartFormdata",
    method: "PUT",
    path: "/anything/multipart-formdata",
    body: multipart(),
    response: "none",
  },
} satisfies Operations;

export class MultipartFormData extends APIResource {
  multipartFormdata(
    params?: MultipartFormDataMultipartFormdataParams,
    options?: RequestOptions,
  ): APIPromise<void> {
    return this._call(operations.multipartFormdata, params, options);
  }

  replaceMultipartFormdata(
    params?: MultipartFormDataReplaceMultipartFormdataParams,
    options?: RequestOptions,
  ): APIPromise<void> {
    return this._call(operations.replaceMultipartFormdata, params, options);
  }
}

export interface MultipartFormDataMultipartFormdataParams {
  orderId?: number | undefined;
  userId?: number | undefined;
  documentFile?: Uploadable | undefined;
}

export interface MultipartFormDataReplaceMultipartFormdataParams {
  filename?: Uploadable[] | undefined;
}
