import "server-only";
import { withScope } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { applyOnce } from "@/lib/changes/apply-once";
import { derivedId } from "@/lib/changes/derived-id";
import { newChange } from "@/lib/changes/new-change";
import { now } from "@/lib/clock";
import { chainFigures, chainShares, elementOfStart, type RecordChain } from "./chain";

/** How the figures came about, to be followed with pencil and paper; numbers and codes only, the same in every language. */
const workings = (input: RecordChain) => {
  const shares = chainShares.map((name) => `${name} ${input[name]} %`).join(", ");
  return `${input.survey}; ${elementOfStart[input.start]} ${input.counted} / ${input.coverage} %; ${shares}`;
};

/** The figures of the chain, each a record of its own beside the earlier ones; the form sent twice records them once. */
export async function recordChain(actor: Actor, input: RecordChain): Promise<void> {
  const { changeId, place, year, asOf } = input;
  const source = workings(input).slice(0, 500);
  await withScope(actor.scope, async (tx) => {
    for (const { kind, value, method } of chainFigures(input)) {
      const subject = await derivedId("figure of a chain", changeId, kind);
      const fields = { kind, year, value, method, asOf, source };
      const change = newChange({ type: "populationFigure", subject, place, fields, madeAt: now() });
      await applyOnce(tx, actor, { ...change, id: await derivedId("change of a chain", changeId, kind) });
    }
  });
}
