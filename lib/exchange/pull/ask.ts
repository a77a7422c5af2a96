import "server-only";
import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as plain, type RequestOptions } from "node:http";
import { request as secure } from "node:https";
import { createGunzip } from "node:zlib";
import { now } from "@/lib/clock";
import { fileLimits } from "../limits";
import { checkedAddresses, type Resolve } from "./address";
import { faultOfConnection, faultOfStatus, PullFault } from "./fault";
import { retryAfter } from "./retry";

export type AskLimits = Readonly<{ bytes: number; idleMs: number; wholeMs: number }>;
export const askLimits: AskLimits = { bytes: fileLimits.bytes, idleMs: 120_000, wholeMs: 30 * 60_000 };

type Asking = Readonly<{
  authorization: string;
  /** This machine may be asked. */
  local: boolean;
  limits?: AskLimits;
  resolve?: Resolve;
}>;

const resolveName: Resolve = (hostname) => lookup(hostname, { all: true });

/** DHIS2's answer to one question, as it arrives. Follows no redirect. Throws `PullFault`, also while it is read. */
export async function* askDhis2(url: URL, asking: Asking): AsyncGenerator<Uint8Array> {
  const { limits = askLimits } = asking;
  let answer: IncomingMessage | undefined;
  try {
    answer = await answerTo(url, asking, limits);
    if (answer.statusCode !== 200) throw await refusalOf(answer, url);
    const type = answer.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
    if (type !== "application/json")
      throw new PullFault("not_data", { status: 200, detail: type.slice(0, 100) });
    yield* limited(bodyOf(answer), limits.bytes);
    if (!answer.complete) throw new PullFault("cut", { status: 200 });
  } catch (error) {
    throw faultOfConnection(error) ?? error;
  } finally {
    answer?.destroy();
  }
}

async function answerTo(url: URL, asking: Asking, limits: AskLimits): Promise<IncomingMessage> {
  const addresses = await checkedAddresses(url, {
    local: asking.local,
    resolve: asking.resolve ?? resolveName,
  });
  const options: RequestOptions = {
    // A connection of its own, to an address that was looked at: nobody else's, and not looked up again.
    agent: false,
    lookup: (_name, { all }, done) => {
      const [first] = addresses;
      if (all)
        done(
          null,
          addresses.map((one) => ({ ...one })),
        );
      else done(null, first?.address ?? "", first?.family);
    },
    headers: {
      accept: "application/json",
      "accept-encoding": "gzip",
      authorization: asking.authorization,
      "user-agent": "CONNECT",
    },
    signal: AbortSignal.timeout(limits.wholeMs),
  };
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === "https:" ? secure : plain)(url, options, resolve);
    sent.setTimeout(limits.idleMs, () => sent.destroy(new PullFault("no_answer")));
    sent.on("error", reject);
    sent.end();
  });
}

const bodyOf = (answer: IncomingMessage): AsyncIterable<Uint8Array> => {
  if (answer.headers["content-encoding"] !== "gzip") return answer;
  const open = createGunzip();
  answer.on("error", (error) => open.destroy(error));
  return answer.pipe(open);
};

/** Counted as it is read, so after unpacking. */
async function* limited(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.byteLength;
    if (bytes > most) throw new PullFault("too_large", { status: 200 });
    yield piece;
  }
}

const longestWord = 300;

async function refusalOf(answer: IncomingMessage, url: URL): Promise<PullFault> {
  const status = answer.statusCode ?? 0;
  const after = retryAfter(answer.headers["retry-after"], now()) ?? undefined;
  const { location } = answer.headers;
  if (status >= 300 && status < 400) {
    const to = location && URL.canParse(location, url) ? new URL(location, url).host : "";
    return faultOfStatus(status, { detail: to });
  }
  return faultOfStatus(status, { after, detail: await saidIn(answer) });
}

/** The sentence in DHIS2's error; nothing of any other answer. */
async function saidIn(answer: IncomingMessage): Promise<string | undefined> {
  try {
    let text = "";
    for await (const piece of limited(bodyOf(answer), 20_000)) text += Buffer.from(piece).toString("utf8");
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === "string" ? message.slice(0, longestWord) : undefined;
  } catch {
    return undefined;
  }
}
