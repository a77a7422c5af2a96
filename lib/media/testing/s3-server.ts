import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Keys = Readonly<{ accessKeyId: string; secretAccessKey: string; region: string }>;
type Options = Keys & Readonly<{ bucket: string; page?: number }>;
type Asked = Readonly<{ request: IncomingMessage; url: URL; body: Buffer }>;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature version 4 as its specification words it, written apart from the library that signs. */
function isSigned({ request, url, body }: Asked, { accessKeyId, secretAccessKey, region }: Keys): boolean {
  const header =
    /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/;
  const [, key, day, named, signed = "", signature = ""] =
    header.exec(request.headers.authorization ?? "") ?? [];
  const payload = String(request.headers["x-amz-content-sha256"]);
  if (key !== accessKeyId || named !== region || payload !== sha256(body)) return false;
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const headers = signed.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const path = url.pathname.split("/").map((part) => encoded(decodeURIComponent(part)));
  const canonical = [request.method, path.join("/"), query.join("&"), headers.join(""), signed, payload];
  const scope = `${day}/${region}/s3/aws4_request`;
  const moment = String(request.headers["x-amz-date"]);
  const text = `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${sha256(canonical.join("\n"))}`;
  const steps = [day, region, "s3", "aws4_request"] as string[];
  const signing = steps.reduce<string | Buffer>(
    (secret, step) => hmac(secret, step),
    `AWS4${secretAccessKey}`,
  );
  const expected = hmac(signing, text).toString("hex");
  return (
    expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature))
  );
}

/** Objects in memory behind signed requests: put, get, head and the paged list. */
export async function startS3Server({ bucket, page = 1000, ...keys }: Options) {
  const objects = new Map<string, Buffer>();
  let refuse = 0;
  const answer = (asked: Asked, response: ServerResponse) => {
    const { request, url, body } = asked;
    if (refuse-- > 0) return response.writeHead(503).end();
    if (!isSigned(asked, keys)) return response.writeHead(403).end();
    const [, named, ...rest] = decodeURIComponent(url.pathname).split("/");
    const name = rest.join("/");
    if (named !== bucket) return response.writeHead(404).end();
    if (request.method === "PUT") {
      objects.set(name, body);
      return response.end();
    }
    if (request.method === "DELETE") {
      objects.delete(name);
      return response.writeHead(204).end();
    }
    if (!name && request.method === "GET") return response.end(listed(url));
    const found = name ? objects.get(name) : Buffer.alloc(0);
    if (!found) return response.writeHead(404).end();
    return response.writeHead(200, { "content-length": found.length }).end(found);
  };
  const listed = (url: URL) => {
    const start = url.searchParams.get("continuation-token") ?? "";
    const names = [...objects.keys()]
      .filter((name) => name.startsWith(url.searchParams.get("prefix") ?? "") && name > start)
      .sort();
    const shown = names.slice(0, page);
    const next = names.length > page ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : "";
    const contents = shown.map((name) => `<Contents><Key>${name.replaceAll("&", "&amp;")}</Key></Contents>`);
    return `<?xml version="1.0"?><ListBucketResult>${contents.join("")}${next}</ListBucketResult>`;
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    answer({ request, url: new URL(request.url ?? "/", "http://s3"), body: Buffer.concat(parts) }, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    /** The next so many requests are answered "busy". */
    busyFor: (requests: number) => {
      refuse = requests;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
