import { readFile } from "node:fs/promises";
import { join } from "node:path";

export const dynamic = "force-dynamic";

const scripts = ["worker.js", "sender.js"];

/** The service worker of this build (scripts/service-worker.mjs); 404 while developing, where there is none. */
export async function GET(_: Request, { params }: { params: Promise<{ script: string }> }) {
  const { script } = await params;
  const folder = join(process.env.NEXT_DIST_DIR ?? ".next", "offline");
  const text = scripts.includes(script) && (await readFile(join(folder, script), "utf8").catch(() => null));
  if (!text) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "service-worker-allowed": "/",
      "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'",
    },
  });
}
