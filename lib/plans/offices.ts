import type { Role } from "@/lib/access/roles";
import type { Office } from "./schema";

const officesByRole: Partial<Record<Role, readonly Office[]>> = {
  facilitator: ["facilitator_team"],
  health_centre: ["health_centre_head", "health_centre_staff"],
  health_office: ["district_health_office"],
  governor_office: ["district_governor"],
  province: ["province_governor", "province_health_office"],
};

/** Offices that a person with these roles acts for, most likely first. */
export const officesOf = (roles: readonly Role[]): Office[] => [
  ...new Set(roles.flatMap((role) => officesByRole[role] ?? [])),
];
