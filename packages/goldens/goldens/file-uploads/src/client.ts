import { APIClient, type ClientDefinition, type ClientOptions } from "@trunkline/runtime/client";
import { FileUploadingSupportError } from "./errors.js";
import { ImagePng } from "./resources/image-png.js";
import { MultipartFormData } from "./resources/multipart-form-data.js";
import { VERSION } from "./version.js";

const definition: ClientDefinition = {
  name: "FileUploadingSupport",
  userAgent: `trunkline-fileuploadingsupport/${VERSION}`,
  environments: { production: "https://httpbin.org" },
  schemes: {},
  security: [],
  errors: { base: FileUploadingSupportError },
};

export interface FileUploadingSupportOptions extends ClientOptions {
  environment?: "production" | undefined;
}

export class FileUploadingSupport extends APIClient<FileUploadingSupportOptions> {
  readonly imagePng: ImagePng = new ImagePng(this);

  readonly multipartFormData: MultipartFormData = new MultipartFormData(this);

  constructor(options: FileUploadingSupportOptions = {}) {
    super(definition, options);
  }
}
