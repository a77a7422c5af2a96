import { Agent, request } from "node:http";

export type Reading = Readonly<{ firstByteMs: number; fullMs: number; body: Buffer }>;

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One page as a browser asks for it: until the first byte and until the last. */
export function readPage(address: string, cookie: string): Promise<Reading> {
  const headers = {
    cookie: `connect.session=${cookie}`,
    "accept-encoding": "gzip",
    accept: "text/html",
    "accept-language": "lo",
  };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(address, { agent, headers }, (answer) => {
      let firstByteMs = 0;
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => {
        firstByteMs ||= performance.now() - started;
        pieces.push(piece);
      });
      answer.on("end", () => {
        if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`));
        else resolve({ firstByteMs, fullMs: performance.now() - started, body: Buffer.concat(pieces) });
      });
    });
    asked.on("error", reject).end();
  });
}
