import { route } from "@/lib/route";
import { registerDevice } from "@/lib/sync/register-device";
import { countRequest, jsonOf } from "@/lib/sync/request";
import { DeviceRequest } from "@/lib/sync/wire";

export const dynamic = "force-dynamic";

export const POST = route(null, async (actor, request) => {
  await countRequest(actor, request);
  await registerDevice(actor, await jsonOf(request, DeviceRequest, 4096));
  return Response.json({ status: "registered" }, { headers: { "cache-control": "no-store" } });
});
