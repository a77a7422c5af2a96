import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "@/lib/access/can";
import { endPull, nextPull, type TakenPull } from "@/lib/access/pull-run";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type AskLimits, askDhis2, askLimits } from "./ask";
import { PullFault } from "./fault";
import * as journal from "./journal-commands";
import { countsOf, judgedAnswer, readAnswer, settleAnswer } from "./part";
import { questionOf } from "./question";
import { mostTries, pauseBefore } from "./retry";
import { authorizationFor } from "./secret";

export type PullTools = Readonly<{
  wait: (ms: number) => Promise<void>;
  random: () => number;
  limits: AskLimits;
}>;
const tools: PullTools = {
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
  random: Math.random,
  limits: askLimits,
};

const nowhere = { districtId: null, villageId: null } as const;
const beatMs = 30_000;

/** Does what is waiting or due, one run after the other; says how many there were. */
export async function pullDue(given: Partial<PullTools> = {}): Promise<number> {
  const holder = randomUUID();
  let runs = 0;
  for (let taken = await nextPull(holder); taken; taken = await nextPull(holder)) {
    await run(taken, { ...tools, ...given });
    runs++;
  }
  return runs;
}

async function run(taken: TakenPull, given: PullTools): Promise<void> {
  const beat = setInterval(() => journal.keepHold(taken).catch(() => {}), beatMs);
  try {
    const authorization = authorizationOf(taken);
    await journal.listParts(taken);
    for (let part = await journal.firstOpen(taken); part; part = await journal.firstOpen(taken))
      await tryPart(taken, part, { authorization, ...given });
    const state = (await journal.hasFailures(taken)) ? "failed" : "done";
    await endPull(taken, { state });
  } catch (error) {
    if (!(error instanceof journal.LostPull)) await endPull(taken, endOf(error));
  } finally {
    clearInterval(beat);
  }
}

function authorizationOf({ actor, asked, sealed }: TakenPull): string {
  if (!can(actor, "values.pull", nowhere)) throw new PullFault("not_administrator");
  const authorization = authorizationFor(sealed, new URL(asked.address).origin);
  if (!authorization) throw new PullFault("no_secret");
  return authorization;
}

function endOf(error: unknown) {
  if (error instanceof PullFault) {
    const { problem, about, consequence } = error;
    return { state: consequence === "again" ? "failed" : "stopped", problem, detail: about.detail } as const;
  }
  const reference = randomUUID().slice(0, 6);
  log.error({ err: error, reference }, "fetching values failed");
  return { state: "stopped", problem: "unexpected", detail: reference } as const;
}

type Trying = PullTools & Readonly<{ authorization: string }>;

/** One try at a part. Throws what ends the run. */
async function tryPart(taken: TakenPull, part: journal.KeptPart, trying: Trying): Promise<void> {
  let pause = (part.nextTryAt?.getTime() ?? 0) - now().getTime();
  // In short steps: somebody may stop it meanwhile.
  for (; pause > 0; pause -= beatMs) {
    await trying.wait(Math.min(pause, beatMs));
    await journal.keepHold(taken);
  }
  await journal.keepHold(taken);
  await journal.beginTry(taken, part);
  try {
    await doPart(taken, part, trying);
  } catch (error) {
    if (!(error instanceof PullFault)) throw error;
    const tries = part.tries + 1;
    const again = error.consequence === "again" && tries < mostTries ? againAt(error, tries, trying) : null;
    await journal.failPart(taken, part, { fault: error, again });
    if (!again && error.consequence !== "skip") throw error;
  }
}

function againAt({ about }: PullFault, tries: number, { random }: Trying): Date {
  const asked = (about.after ?? 0) * 1000;
  return new Date(now().getTime() + Math.max(asked, pauseBefore(tries, random())));
}

async function doPart(taken: TakenPull, part: journal.KeptPart, trying: Trying): Promise<void> {
  const { actor, kind } = taken;
  const importId = part.importId ?? (await fetchPart(taken, part, trying));
  if (!importId) return journal.finishPart(taken, part, { importId: null, counts: { rows: 0 } });
  const judged = await judgedAnswer(actor, importId);
  await journal.keepHold(taken);
  const settled = kind === "trial" ? judged : await settleAnswer(actor, judged);
  await journal.finishPart(taken, part, { importId: settled.importId, counts: countsOf(settled.summary) });
}

async function fetchPart(taken: TakenPull, part: journal.KeptPart, { authorization, limits }: Trying) {
  const { actor, asked } = taken;
  const asking = { authorization, local: env().DHIS2_ON_THIS_MACHINE, limits };
  const importId = await readAnswer(actor, { asked, part }, askDhis2(questionOf(asked, part), asking));
  if (importId) await journal.keepImport(taken, part, importId);
  return importId;
}
