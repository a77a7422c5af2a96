import { createServer } from "node:http";
import postgres from "postgres";
import type { Statement } from "./floor";

// The bare server that a page is held against: runs the floor's statements and sends the page's own bytes. What it is to run and
// to send is put at an address first.
type Floor = Readonly<{ statements: readonly Statement[]; body: string }>;

const sql = postgres(process.env.DATABASE_URL ?? "", {
  max: 10,
  onnotice: () => {},
  connection: { random_page_cost: 1.1, jit: false },
});
const floors = new Map<string, { statements: readonly Statement[]; body: Buffer }>();

createServer(async (request, answer) => {
  const at = request.url ?? "/";
  if (request.method === "PUT") {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { statements, body }: Floor = JSON.parse(Buffer.concat(pieces).toString());
    floors.set(at, { statements, body: Buffer.from(body, "base64") });
    answer.writeHead(204).end();
    return;
  }
  const floor = floors.get(at);
  if (!floor) {
    answer.writeHead(404).end();
    return;
  }
  await Promise.all(
    floor.statements.map(({ text, given }) => sql.unsafe(text, given as never[], { prepare: true })),
  );
  answer
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" })
    .end(floor.body);
}).listen(Number(process.env.PORT), "127.0.0.1");
