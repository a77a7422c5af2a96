import { z } from "zod";
import { changeLimits } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";
import { errorResponse } from "@/lib/route";
import { isWithdrawn, takeFarewell } from "@/lib/sync/farewell";
import { countCall, jsonOf } from "@/lib/sync/request";
import { Farewell } from "@/lib/sync/wire";

export const dynamic = "force-dynamic";

const fresh = { headers: { "cache-control": "no-store" } };
const Asked = z.object({ device: z.uuid() });

async function answering(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), fresh);
  } catch (error) {
    return errorResponse(error);
  }
}

/** Signed out, a phone asks whether it was withdrawn. */
export const GET = (request: Request) =>
  answering(async () => {
    const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new AppError("invalid");
    await countCall(asked.data.device);
    return { withdrawn: await isWithdrawn(asked.data.device) };
  });

/** A withdrawn phone hands over what it had not sent, and says when it is empty. Its signatures stand for it. */
export const POST = (request: Request) =>
  answering(async () => {
    const sent = await jsonOf(request, Farewell, changeLimits.requestBytes);
    await countCall(sent.device);
    return takeFarewell(sent);
  });
