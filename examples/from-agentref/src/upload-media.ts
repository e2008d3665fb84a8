import type { AgentRef } from "@trunkline/agentref";

/** How a file's bytes go to the address that AgentRef gives for them. Its pages do not say. */
export type SendBytes = (url: string, bytes: Uint8Array) => Promise<void>;

/** A post, then its picture: ask for an address, send the bytes there, say that they are there. */
export async function uploadMedia(
  client: AgentRef,
  program: string,
  picture: Uint8Array,
  send: SendBytes,
): Promise<void> {
  const post = await client.marketingResources.createSocialPost(
    program,
    { title: "Launch", body: "Try it: {{affiliate_link}}", platforms: ["linkedin"] },
    { idempotencyKey: "launch-post" },
  );
  const file = { program_id: program, file_name: "launch.png" };
  const session = await client.marketingResources.createSocialPostMediaUploadSession(post.id, {
    ...file,
    mime_type: "image/png",
    file_size_bytes: picture.byteLength,
  });
  await send(session.signed_url, picture);
  const { upload_path, upload_token } = session;
  await client.marketingResources.completeSocialPostMediaUpload(post.id, {
    ...file,
    upload_path,
    upload_token,
  });
  console.log(`Sent ${picture.byteLength} bytes for the post ${post.id}.`);
}
