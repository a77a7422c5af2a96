import { route } from "@/lib/route";
import { noteContact } from "@/lib/sync/contact";
import { registerDevice } from "@/lib/sync/register-device";
import { countRequest, jsonOf } from "@/lib/sync/request";
import { DeviceRequest } from "@/lib/sync/wire";

export const dynamic = "force-dynamic";

export const POST = route(null, async (actor, request) => {
  await countRequest(actor, request);
  const device = await jsonOf(request, DeviceRequest, 4096);
  await registerDevice(actor, device);
  await noteContact(actor, device.id);
  return Response.json({ status: "registered" }, { headers: { "cache-control": "no-store" } });
});
