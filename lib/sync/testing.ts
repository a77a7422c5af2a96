import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { receiveBatch } from "@/lib/trust/commands";
import { bootstrapOf } from "./bootstrap";
import { noteContact, takeReport } from "./contact";
import { FieldDatabase } from "./database";
import { isWithdrawn, takeFarewell } from "./farewell";
import { changesSince } from "./outgoing";
import { receiveChanges } from "./receive";
import { registerDevice } from "./register-device";
import { type Transport, TransportError } from "./transport";
import type { PushRequest } from "./wire";

const overTheWire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

async function asResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return overTheWire(await work);
  } catch (error) {
    if (error instanceof AppError && error.details.reason === "device_revoked")
      throw new TransportError("withdrawn");
    if (error instanceof AppError) throw new TransportError("refused", error.code);
    throw error;
  }
}

/** Other test files' transactions on the same server hold back what may be pulled; they end soon. */
async function everythingVisible({ scope }: Actor): Promise<void> {
  const visible = () =>
    withScope(scope, (tx) =>
      tx.execute<{ yes: boolean }>(
        sql`select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as yes from changes`,
      ),
    );
  for (let tries = 0; tries < 500 && !(await visible())[0]?.yes; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/**
 * The server's own functions instead of the network; `faults` lets an answer get lost, the way be closed, or a pull not
 * wait for what other tests hold back.
 */
export function directTransport(actor: Actor, device: string | null = null) {
  const faults = { offline: false, loseAnswers: 0, impatient: false };
  const sent: PushRequest[] = [];
  const reach = async <T>(work: () => Promise<T>): Promise<T> => {
    if (faults.offline) throw new TransportError("offline");
    return asResponse(work());
  };
  const known = async <T>(work: () => Promise<T>): Promise<T> => {
    if ((await noteContact(actor, device)).revoked)
      throw new AppError("forbidden", { reason: "device_revoked" });
    return work();
  };
  const transport: Transport = {
    register: (device) => reach(() => registerDevice(actor, device)),
    push: async (request) => {
      const copy = overTheWire(request);
      sent.push(copy);
      const answer = await reach(() => known(() => receiveChanges(actor, copy)));
      if (faults.loseAnswers-- > 0) throw new TransportError("offline");
      return answer;
    },
    pull: async (query) => {
      if (!faults.impatient && !faults.offline) await everythingVisible(actor);
      return reach(() => known(() => changesSince(actor, query)));
    },
    bootstrap: () => reach(() => known(() => bootstrapOf(actor))),
    upload: () => reach(async () => {}),
    report: (report) => reach(() => takeReport(actor, report)),
    withdrawn: (device) => reach(() => isWithdrawn(device)),
    deliver: (delivery) => reach(async () => void (await receiveBatch(actor, overTheWire(delivery)))),
    farewell: (words) => reach(() => takeFarewell(overTheWire(words))),
  };
  return { transport, faults, sent };
}

/** A phone's store with nothing in it. */
export const emptyPhone = () => new FieldDatabase(randomUUID());
