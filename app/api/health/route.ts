import { health } from "@/lib/health/queries";

export const dynamic = "force-dynamic";

/** For the proxy and the operator: 200, or 503 with what is wrong; nothing about the installation beyond its version. */
export async function GET(): Promise<Response> {
  const report = await health();
  const well = report.database === "ok" && report.migrations !== "differ";
  return Response.json(
    { status: well ? "ok" : "degraded", ...report },
    { status: well ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
