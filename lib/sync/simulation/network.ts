import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { receiveBatch } from "@/lib/trust/commands";
import { bootstrapOf } from "../bootstrap";
import { takeReport } from "../contact";
import { isWithdrawn, takeFarewell } from "../farewell";
import { changesSince } from "../outgoing";
import { receiveChanges } from "../receive";
import { registerDevice } from "../register-device";
import { type Transport, TransportError } from "../transport";
import type { PushRequest } from "../wire";
import type { SimulatedServer } from "./server";

const overTheWire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

type Late = () => Promise<unknown>;

/** The way between phones and server: it loses requests and answers, delays, repeats and brings old requests late. */
export class Network {
  /** 0: a good line; 1: the worst. */
  badness = 1;
  private late: Late[] = [];

  constructor(
    private readonly server: SimulatedServer,
    private readonly random: SeededNumbers,
  ) {}

  transportOf(actor: () => Promise<Actor>): Transport {
    const reach = <T>(work: (actor: Actor) => Promise<T>) => this.reach(async () => work(await actor()));
    return {
      register: (device) => reach((one) => registerDevice(one, device)),
      push: (request: PushRequest) => {
        const copy = overTheWire(request);
        return reach((one) => receiveChanges(one, overTheWire(copy)));
      },
      pull: (query) => reach((one) => changesSince(one, query)),
      bootstrap: () => reach((one) => bootstrapOf(one)),
      upload: async () => {},
      deliver: (delivery) => reach(async (one) => void (await receiveBatch(one, overTheWire(delivery)))),
      report: (report) => reach((one) => takeReport(one, report)),
      withdrawn: (device) => this.reach(() => isWithdrawn(device)),
      farewell: (words) => this.reach(() => takeFarewell(overTheWire(words))),
    };
  }

  /** Requests that the network had kept back arrive now. */
  async deliverLate(): Promise<void> {
    const late = this.late.splice(0);
    for (const request of late) await request().catch(() => {});
  }

  private async reach<T>(work: () => Promise<T>): Promise<T> {
    const { random } = this;
    const bad = (share: number) => random.chance(share * this.badness);
    const [lost, lostAnswer, twice, late] = [bad(0.1), bad(0.12), bad(0.08), bad(0.08)];
    const [before, after] = [bad(0.3) ? random.whole(0, 4) : -1, bad(0.3) ? random.whole(0, 4) : -1];
    if (lost) throw new TransportError("offline");
    const request = () => this.server.serve(work);
    if (late) this.late.push(request);
    if (before >= 0) await pause(before);
    const answers = await Promise.allSettled(twice ? [request(), request()] : [request()]);
    if (after >= 0) await pause(after);
    if (this.late.length > 0 && bad(0.3))
      await this.late
        .shift()?.()
        .catch(() => {});
    const answer = answers.at(-1) as PromiseSettledResult<T>;
    if (lostAnswer) throw new TransportError("offline");
    if (answer.status === "fulfilled") return overTheWire(answer.value);
    const { reason } = answer;
    if (reason instanceof AppError) throw new TransportError("refused", reason.code);
    if (isServerKilled(reason)) throw new TransportError("later", "500");
    throw reason;
  }
}

/** What the application sees when its connections die under it; the phone only sees a 500. */
function isServerKilled(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  const known = [
    "57014",
    "57P01",
    "57P03",
    "CONNECTION_CLOSED",
    "CONNECTION_ENDED",
    "CONNECTION_DESTROYED",
    "ECONNRESET",
  ];
  return known.includes(code ?? "") || (cause !== undefined && isServerKilled(cause));
}
