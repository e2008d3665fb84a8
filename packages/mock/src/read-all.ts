import type { IncomingMessage } from "node:http";
import { Refusal } from "@trunkline/document/mock";

/**
 * The bytes of a body.
 *
 * @throws Refusal when there are too many. It is thrown at the end of the body where that is near: many clients read no
 * answer before they have sent all.
 */
export async function readAll(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const onData = (chunk: Buffer): void => {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    else chunks.length = 0;
  };
  await new Promise<void>((done, fail) => {
    request.on("data", (chunk: Buffer) => {
      onData(chunk);
      if (length > 2 * most + READ_ON) done();
    });
    request.once("end", done);
    request.once("error", fail);
    request.once("close", () => fail(new Error("The connection ended before the body did.")));
  });
  if (length <= most) return Buffer.concat(chunks);
  throw new Refusal(413, ["body"], `The body has more than ${most} bytes.`);
}

/** Bytes that are read on beyond twice the limit before the answer is given all the same. */
const READ_ON = 1024 * 1024;
