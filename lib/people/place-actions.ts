"use server";

import { z } from "zod";
import { roles } from "@/lib/access/roles";
import { requireActor } from "@/lib/access/session";
import { workFacilities, workPlaces } from "./place-queries";

const Asked = z.object({ role: z.enum(roles), text: z.string().max(80) });
const District = z.string().max(40);

/** Places at which a role can be held, by name in any spelling or by code. */
export async function findWorkPlacesAction(role: string, text: string) {
  const actor = await requireActor("account.manage");
  const asked = Asked.safeParse({ role, text });
  return asked.success ? workPlaces(actor, asked.data) : [];
}

export async function findFacilitiesAction(districtCode: string) {
  const actor = await requireActor("account.manage");
  const code = District.safeParse(districtCode);
  return code.success ? workFacilities(actor, code.data) : [];
}
