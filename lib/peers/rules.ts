import type { PeerLine, PeerVisit } from "./queries";

/** Held on a day that is not in the future: the one rule by which a village guides others (view `peer_guides`). */
export const isHeld = ({ heldDate }: Pick<PeerVisit, "heldDate">, today: string): boolean =>
  heldDate !== null && heldDate <= today;

export const heldVisits = ({ visits }: Pick<PeerLine, "visits">, today: string) =>
  visits.filter((visit) => isHeld(visit, today));

/** The next planned visit that was not held; it may be late. */
export const nextVisit = ({ visits }: Pick<PeerLine, "visits">) =>
  visits.find(({ heldDate, plannedDate }) => heldDate === null && plannedDate !== null) ?? null;

/** How many villages guide, and how many are guided, by links with a visit held. */
export function countPeers(lines: readonly PeerLine[], today: string) {
  const held = lines.filter((line) => heldVisits(line, today).length > 0);
  return {
    guides: new Set(held.map(({ guide }) => guide.id)).size,
    learners: new Set(held.map(({ learner }) => learner.id)).size,
    links: lines.length,
  };
}
