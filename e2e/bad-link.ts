import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pass } from "node:timers/promises";

/** How bad the way is: one way's delay, and that every so many requests one is cut at a random byte, going and coming in turn. */
export type Quality = Readonly<{ delayMs: number; cutEvery: number }>;
export const goodLink: Quality = { delayMs: 0, cutEvery: Number.POSITIVE_INFINITY };

/** The same dice in every run: a failure can be looked at again. */
function diceOf(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const sizeOfHead = (message: IncomingMessage) =>
  message.rawHeaders.reduce((sum, text) => sum + text.length + 2, message.url?.length ?? 0);

/** Answers carry absolute addresses of nobody: the browser talks to this address as if it were the server. */
export class BadLink {
  quality: Quality = goodLink;
  /** Called when a request has been handed to the server and no answer is back yet. */
  meanwhile: ((asked: IncomingMessage) => void) | null = null;
  /** Bytes that went over the way, both directions, lost ones too. */
  readonly bytes = { records: 0, photos: 0, requests: 0, cut: 0 };
  private readonly dice: () => number;
  private readonly server = createServer((asked, answer) => {
    // Whoever hangs up first, the phone or the server: the other hears of it as of any cut.
    this.carry(asked, answer).catch(() => asked.socket.destroy());
  });

  constructor(
    private readonly target: string,
    seed = 1,
  ) {
    this.dice = diceOf(seed);
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private count(path: string | undefined, bytes: number): void {
    if (path?.startsWith("/api/media/")) this.bytes.photos += bytes;
    else if (path?.startsWith("/api/")) this.bytes.records += bytes;
  }

  private async carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { delayMs, cutEvery } = this.quality;
    this.bytes.requests += 1;
    const cut = this.bytes.requests % cutEvery === 0;
    const cutGoing = cut && this.bytes.cut % 2 === 0;
    const cutComing = cut && !cutGoing;
    if (cut) this.bytes.cut += 1;
    const body = Buffer.concat(await asked.toArray());
    this.count(asked.url, sizeOfHead(asked) + body.length);
    await pass(delayMs);
    const upstream = request(new URL(asked.url ?? "/", this.target), {
      method: asked.method,
      headers: { ...asked.headers, connection: "close" },
    });
    upstream.on("error", () => asked.socket.destroy());
    upstream.on("response", (given) => {
      this.giveBack({ given, asked, answer, cut: cutComing, delayMs }).catch(() => asked.socket.destroy());
    });
    if (!cutGoing) {
      upstream.end(body, () => this.meanwhile?.(asked));
      return;
    }
    // So many bytes reached the server, no more: it must not take a part for the whole.
    upstream.write(body.subarray(0, Math.floor(body.length * this.dice())));
    await pass(20);
    upstream.destroy();
    asked.socket.destroy();
  }

  private async giveBack(way: {
    given: IncomingMessage;
    asked: IncomingMessage;
    answer: ServerResponse;
    cut: boolean;
    delayMs: number;
  }): Promise<void> {
    const { given, asked, answer, cut, delayMs } = way;
    const body = Buffer.concat(await given.toArray());
    this.count(asked.url, sizeOfHead(given) + body.length);
    await pass(delayMs);
    if (!cut) return void answer.writeHead(given.statusCode ?? 502, given.headers).end(body);
    answer.writeHead(given.statusCode ?? 502, given.headers);
    answer.write(body.subarray(0, Math.floor(body.length * this.dice())));
    await pass(20);
    asked.socket.destroy();
  }
}
