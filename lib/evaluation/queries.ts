import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { EvaluationAsked } from "./asked";
import { type Centres, centresOf } from "./centres-queries";
import { type Services, servicesOf } from "./services-queries";
import { type TrustOf, trustOf } from "./trust-queries";

export type Evaluation = Readonly<{
  services: Services;
  trust: readonly TrustOf[];
  centres: Centres;
}>;

/** Whether services, trust and health centres changed, and whether more than elsewhere. Three statements, side by side. */
export async function evaluationOf(actor: Actor, asked: EvaluationAsked): Promise<Evaluation> {
  const [services, trust, centres] = await Promise.all([
    servicesOf(actor, asked),
    trustOf(actor, asked.within),
    centresOf(actor, asked.within),
  ]);
  return { services, trust, centres };
}
