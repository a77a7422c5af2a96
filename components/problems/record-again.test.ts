import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeStore, localStore, openedStore, openStore } from "@/lib/sync/local-store";
import { recordAgain } from "./record-again";

beforeAll(async () => {
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("document", { addEventListener: () => {}, removeEventListener: () => {} });
  await openStore("0199f000-0000-7000-8000-000000000001");
});
afterAll(async () => {
  await closeStore({ remove: true });
  vi.unstubAllGlobals();
});

it("what was deleted comes back with what is written now", async () => {
  const subject = "0199f000-0000-7000-8000-000000000002";
  const workshopId = "0199f000-0000-7000-8000-000000000003";
  const place = "0199f000-0000-7000-8000-000000000004";
  const criterion = (label: string) =>
    ({ type: "criterion", subject, place, fields: { workshopId, label, weight: 1 } }) as const;
  await recordAgain(criterion("How serious?"));
  await localStore.removeRecord("criterion", subject);
  await recordAgain(criterion("How many?"));
  const row = await openedStore()?.db.records.get(["criterion", subject]);
  expect(row).toMatchObject({ deletedAt: null, fields: { label: "How many?" } });
});
