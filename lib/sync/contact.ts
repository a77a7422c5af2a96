import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { signInSettings } from "@/lib/access/settings";
import { AppError } from "@/lib/errors";
import { deviceHeader } from "./device-header";
import type { Way } from "./receive";
import type { PhoneReport } from "./wire";

const DeviceId = z.uuid();
type Contact = { device: string | null; revoked: boolean };

/**
 * Notes which phone asks and ties the session to it. Refuses with `device_revoked` when that phone was withdrawn:
 * nothing more is sent to it.
 */
export async function phoneContact(actor: Actor, request: Request): Promise<Way> {
  const named = DeviceId.safeParse(request.headers.get(deviceHeader)).data ?? null;
  const contact = await noteContact(actor, named);
  if (contact.revoked) throw new AppError("forbidden", { reason: "device_revoked" });
  return { sessionDevice: contact.device, canSign: browserCanSign(request) };
}

export async function noteContact(actor: Actor, device: string | null): Promise<Contact> {
  if (!device && !actor.sessionId) return { device: null, revoked: false };
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{ contact: Contact }>(
      sql`select device_contact(${actor.sessionId}::uuid, ${device}::uuid) as contact`,
    ),
  );
  return row?.contact ?? { device: null, revoked: false };
}

export async function takeReport(actor: Actor, { device, ...counts }: PhoneReport): Promise<void> {
  await withScope(actor.scope, (tx) =>
    tx.execute(sql`select device_report(${device}::uuid, ${JSON.stringify(counts)}::jsonb)`),
  );
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** Browsers offer cryptography on https and on this very machine; over plain http from elsewhere they have none. */
function browserCanSign(request: Request): boolean {
  return signInSettings().secure || loopback.test(request.headers.get("host") ?? "");
}
