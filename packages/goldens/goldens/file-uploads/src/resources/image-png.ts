import {
  type APIPromise,
  APIResource,
  binary,
  type Operations,
  type RequestOptions,
  type Uploadable,
} from "@trunkline/runtime/client";

const operations = {
  imagePng: {
    id: "imagePng.imagePng",
    method: "POST",
    path: "/anything/image-png",
    body: binary("image/png"),
    response: "none",
  },
} satisfies Operations;

export class ImagePng extends APIResource {
  imagePng(params?: ImagePngImagePngParams, options?: RequestOptions): APIPromise<void> {
    return this._call(operations.imagePng, params, options);
  }
}

export interface ImagePngImagePngParams {
  body?: Uploadable | undefined;
}
