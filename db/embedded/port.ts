import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** The port of the last time when it is free, else any free one, kept for the next time. */
export async function keptPort(dataDir: string): Promise<number> {
  const file = join(dataDir, "database-port");
  const known = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = (known > 0 ? await listenable(known) : null) ?? (await listenable(0));
  if (!port) throw new Error("No free port for the database on 127.0.0.1.");
  writeFileSync(file, String(port));
  return port;
}

/** The port when it can be listened on (0: any), else null. */
export function listenable(port: number, host = "127.0.0.1"): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : null));
    });
  });
}
