// Takes away from Node what React Native does not have, and puts React Native's own `fetch` in place: the package
// whatwg-fetch, on a stand-in for its XMLHttpRequest.
import { request } from "node:http";

const { Blob: WholeBlob, File: WholeFile } = globalThis;

/** Blobs are made of texts and blobs alone. */
const refusingBytes = (Whole) =>
  new Proxy(Whole, {
    construct: (target, given, self) => {
      const [parts = []] = given;
      if (parts.some((part) => part instanceof ArrayBuffer || ArrayBuffer.isView(part)))
        throw new Error("Creating blobs from 'ArrayBuffer' and 'ArrayBufferView' are not supported");
      return Reflect.construct(target, given, self);
    },
  });

class FileReader {
  readAsText(blob) {
    blob.text().then((text) => {
      this.result = text;
      this.onload?.();
    });
  }
  readAsArrayBuffer() {
    throw new Error("FileReader.readAsArrayBuffer is not implemented");
  }
}

/** Follows redirects by itself, and calls back when the whole body is there. */
class XMLHttpRequest {
  responseType = "";
  status = 0;
  #headers = {};
  #answerHeaders = "";
  #sent;

  open(method, url) {
    this.method = method;
    this.responseURL = url;
  }
  setRequestHeader(name, value) {
    this.#headers[name] = value;
  }
  getAllResponseHeaders() {
    return this.#answerHeaders;
  }
  abort() {
    this.#sent?.destroy();
    this.onabort?.();
  }
  async send(body) {
    const bytes = body instanceof WholeBlob ? Buffer.from(await body.arrayBuffer()) : body;
    this.#ask(this.method, this.responseURL, bytes ?? undefined);
  }
  #ask(method, url, body) {
    this.#sent = request(url, { method, headers: this.#headers, agent: false }, (answer) => {
      const { location } = answer.headers;
      if (location && answer.statusCode < 400) return this.#ask("GET", new URL(location, url).href);
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", () => this.onerror?.());
      answer.on("end", () => {
        this.status = answer.statusCode;
        this.statusText = answer.statusMessage;
        this.responseURL = url;
        const { rawHeaders } = answer;
        for (let index = 0; index < rawHeaders.length; index += 2)
          this.#answerHeaders += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
        this.response = new WholeBlob(chunks, { type: answer.headers["content-type"] ?? "" });
        this.onload?.();
      });
    });
    this.#sent.on("error", () => this.onerror?.());
    this.#sent.end(body);
  }
}

for (const name of ["fetch", "Headers", "Request", "Response", "ReadableStream", "TextDecoder", "crypto"])
  delete globalThis[name];
Object.assign(globalThis, {
  Blob: refusingBytes(WholeBlob),
  File: refusingBytes(WholeFile),
  FileReader,
  XMLHttpRequest,
  self: globalThis,
});
await import("whatwg-fetch");
