import type { Role } from "@/lib/access/roles";
import type { Office } from "@/lib/plans/schema";

/** Whose account reads what is sent to an office; the offices not named here have none and are told in person. */
export const rolesOfOffice: Partial<Record<Office, readonly Role[]>> = {
  health_centre_head: ["health_centre"],
  health_centre_staff: ["health_centre"],
  district_health_office: ["health_office"],
  district_governor: ["governor_office"],
  facilitator_team: ["facilitator"],
  province_governor: ["province"],
  province_health_office: ["province"],
};
