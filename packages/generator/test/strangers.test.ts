import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildModel } from "../src/model/build.ts";
import type { Model } from "../src/model/types.ts";
import { readDocument } from "../src/read/read-document.ts";
import { surfaceOf } from "../src/surface/surface.ts";
import { typeCheck } from "./support/type-check.ts";

// In the ways of frameworks and of people who try everything: what a person would have called the methods.
const strangers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "chat.yaml": {
    "audio.createSpeech": "POST /audio/speech -> Response",
    "audio.createSpeechAsStream": "POST /audio/speech -> AsyncIterable<AudioCreateSpeechAsStreamEvent>",
    "audio.transcriptions.create":
      'POST /audio/transcriptions -> { "text": string } | { "text": string; "words": string[] }',
    "audio.transcriptions.createAsStream":
      "POST /audio/transcriptions -> AsyncIterable<AudioTranscriptionsCreateAsStreamEvent>",
    "chat.completions.create": "POST /chat/completions -> CreateChatCompletionResponse",
    "chat.completions.createAsStream":
      "POST /chat/completions -> AsyncIterable<CreateChatCompletionStreamResponse>",
    "chat.completions.list": "GET /chat/completions -> pages of CreateChatCompletionResponse",
  },
  "django.yaml": {
    "pets.create": "POST /api/pets/ -> Pet",
    "pets.destroy": "DELETE /api/pets/{id}/ -> void",
    "pets.list": "GET /api/pets/ -> pages of Pet",
    "pets.partialUpdate": "PATCH /api/pets/{id}/ -> void",
    "pets.retrieve": "GET /api/pets/{id}/ -> Pet",
    "pets.update": "PUT /api/pets/{id}/ -> void",
  },
};

async function modelOfFile(name: string): Promise<Model> {
  const path = fileURLToPath(new URL(`support/strangers/${name}`, import.meta.url));
  return buildModel(await readDocument(path));
}

describe("documents of strangers", () => {
  it.each(Object.entries(strangers))("%s gets the names that a person would give", async (name, want) => {
    const { methods } = surfaceOf(await modelOfFile(name));
    const found = Object.entries(methods).map(([method, { route, returns, page }]) => [
      method,
      `${route} -> ${page === undefined ? "" : "pages of "}${returns.join(" | ")}`,
    ]);
    expect(Object.fromEntries(found)).toEqual(want);
  });

  it("type-check, with everything that OpenAPI has", async () => {
    const names = [...Object.keys(strangers), "kitchen.yaml"];
    expect(await typeCheck(await Promise.all(names.map(modelOfFile)))).toEqual([]);
  });

  it("are loud about what a client cannot do", async () => {
    const { diagnostics } = await modelOfFile("kitchen.yaml");
    const warnings = diagnostics.filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ message }) => message)).toEqual([
      "Security scheme d (openIdConnect): the client carries the token that it is given as accessToken, and gets none itself",
      "Security scheme e (mutualTLS): the certificate is the connection's, and callers bring it",
      "Security scheme f (http, digest) is not sent by the client",
      'The parameter "filter" is a deepObject that holds lists or objects, which OpenAPI does not say how to write; calls refuse them',
      "Browsers do not send cookies that a script sets on a request: sid",
    ]);
  });
});
