import { TransportError } from "@/lib/sync/transport";

export type KeyRefusal = "offline" | "signed_out" | "refused" | "throttled" | "other";

/** Why the server did not give a key back. */
export function refusalOf(error: unknown): KeyRefusal {
  if (!(error instanceof TransportError)) return "other";
  if (error.code === "throttled") return "throttled";
  if (error.kind === "refused") return error.code === "forbidden" ? "refused" : "other";
  return error.kind === "offline" || error.kind === "signed_out" ? error.kind : "other";
}
