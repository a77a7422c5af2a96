import { env } from "@/lib/env";
import { bucketState } from "@/lib/media/s3-store";
import { PlainError } from "./plain";

/** With a bucket configured, it must be there before anybody's picture is: one sentence says what is wrong. */
export async function checkMediaStore(): Promise<void> {
  const { S3: bucket } = configured();
  if (!bucket) return;
  const state = await bucketState(bucket);
  if (state === "unreachable") throw new PlainError(`S3_ENDPOINT: nothing answers at ${bucket.endpoint}.`);
  if (state === "no_bucket")
    throw new PlainError(`S3_BUCKET: there is no bucket "${bucket.bucket}" at ${bucket.endpoint}.`);
  if (state === "refused")
    throw new PlainError(
      `The bucket "${bucket.bucket}" refuses S3_ACCESS_KEY_ID: check the key and its rights.`,
    );
}

function configured() {
  try {
    return env();
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}
