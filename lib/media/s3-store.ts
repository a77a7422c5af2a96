import "server-only";
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { AwsClient } from "aws4fetch";
import { AppError } from "@/lib/errors";
import type { MediaStore } from "./store";

export type S3Settings = Readonly<{
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Before every name: several installations in one bucket. */
  prefix: string;
}>;

const hashOf = (body: string | Buffer) => createHash("sha256").update(body).digest("hex");

/** Pictures in a bucket of any S3-compatible server, addressed as endpoint/bucket/name, every request signed. */
export function s3Store({ endpoint, bucket, region, prefix, ...keys }: S3Settings): MediaStore {
  const client = new AwsClient({ ...keys, region, service: "s3", retries: 3 });
  const root = `${endpoint.replace(/\/+$/, "")}/${bucket}`;
  const at = (name: string) => `${root}/${prefix}${name}`;
  const ask = async (url: string, { method = "GET", body }: { method?: string; body?: Buffer } = {}) => {
    // Signed with the request: the server takes the body whole and unaltered, or not.
    const hash = createHash("sha256")
      .update(body ?? "")
      .digest("hex");
    const init = { method, body: body && new Uint8Array(body), headers: { "x-amz-content-sha256": hash } };
    const answer = await client.fetch(url, init).catch((cause) => {
      throw new AppError("unavailable", { reason: "media_store", message: String(cause) });
    });
    if (answer.ok || answer.status === 404) return answer;
    throw new AppError("unavailable", { reason: "media_store", status: answer.status });
  };
  return {
    has: async (name) => (await ask(at(name), { method: "HEAD" })).ok,

    async keep(path, name) {
      const answer = await ask(at(name), { method: "PUT", body: await readFile(path) });
      if (!answer.ok) throw new AppError("unavailable", { reason: "no_bucket" });
      await rm(path, { force: true });
    },

    async read(name) {
      const answer = await ask(at(name));
      if (!answer.ok || !answer.body) throw new AppError("not_found");
      return { length: Number(answer.headers.get("content-length")), body: answer.body };
    },

    drop: async (name) => void (await ask(at(name), { method: "DELETE" })),

    async names() {
      const found: string[] = [];
      let more: string | undefined = "";
      while (more !== undefined) {
        const query = new URLSearchParams({ "list-type": "2", prefix });
        if (more) query.set("continuation-token", more);
        const answer = await ask(`${root}?${query}`);
        if (!answer.ok) throw new AppError("unavailable", { reason: "no_bucket" });
        const xml = await answer.text();
        found.push(...all(xml, "Key").map((key) => key.slice(prefix.length)));
        more = all(xml, "NextContinuationToken")[0];
      }
      return found.sort();
    },
  };
}

/** Whether the bucket answers to these keys, before the first picture depends on it. */
export async function bucketState({ endpoint, bucket, region, ...keys }: S3Settings) {
  const client = new AwsClient({ ...keys, region, service: "s3", retries: 0 });
  const address = `${endpoint.replace(/\/+$/, "")}/${bucket}`;
  const headers = { "x-amz-content-sha256": hashOf("") };
  const answer = await client.fetch(address, { method: "HEAD", headers }).catch(() => null);
  if (!answer) return "unreachable" as const;
  if (answer.status === 404) return "no_bucket" as const;
  return answer.ok ? ("ready" as const) : ("refused" as const);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? "");

/** Contents of an element without children, in order; a list of names has no others. */
const all = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(([, text = ""]) => plain(text));
