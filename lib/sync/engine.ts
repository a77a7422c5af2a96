import { type FieldDatabase, writeKnown } from "./database";
import { deviceId } from "./device-key";
import type { Bootstrap } from "./known";
import { reportPhone } from "./report";
import { type FailureKind, type Transport, TransportError } from "./transport";
import { countUnsettled } from "./unsettled";

/** `whole`: bytes that waited when this round began, so that a bar can say how far it is. */
export type SyncStatus = Readonly<{ running: boolean; problem: FailureKind | null; whole: number }>;
type Wishes = { pull: boolean };

const shortestPauseMs = 2_000;
const longestPauseMs = 5 * 60_000;
const regularMs = 60_000;
const gatherMs = 250;
const unseenMs = 3_000;
const bootstrapMs = 10 * 60_000;

// Loaded with the first exchange: without network the first screen answers before any of it has run.
const exchanging = () => import("./exchange");

/** Runs push, upload and pull, one at a time over all tabs, and tries again by itself with growing pauses. */
export class SyncEngine {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wishes: Wishes | null = null;
  private failures = 0;
  private notBefore = 0;
  private stopped = false;
  private bootstrapAt = 0;
  private listeners = new Set<() => void>();
  status: SyncStatus = { running: false, problem: null, whole: 0 };

  constructor(
    private readonly db: FieldDatabase,
    private readonly transport: Transport,
  ) {}

  /** Something new waits: send it soon. Several at once go together. */
  kick(): void {
    if (this.wishes || this.stopped || this.status.running) {
      this.wishes ??= { pull: false };
      return;
    }
    this.wishes = { pull: false };
    this.schedule(gatherMs);
  }

  /** A person, the network or the screen asks: everything now, whatever the pause. */
  async syncNow(): Promise<void> {
    this.notBefore = 0;
    this.wishes = { pull: true };
    await this.run();
  }

  start(): () => void {
    const now = () => void this.syncNow();
    const seen = () => document.visibilityState === "visible" && now();
    addEventListener("online", now);
    document.addEventListener("visibilitychange", seen);
    now();
    return () => {
      this.stop();
      removeEventListener("online", now);
      document.removeEventListener("visibilitychange", seen);
    };
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private set(status: Partial<SyncStatus>): void {
    this.status = { ...this.status, ...status };
    for (const listener of this.listeners) listener();
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    if (!this.stopped)
      this.timer = setTimeout(() => void this.run(), Math.max(delay, this.notBefore - Date.now()));
  }

  private async run(): Promise<void> {
    if (this.status.running || this.stopped) return;
    clearTimeout(this.timer);
    const { pull } = this.wishes ?? { pull: true };
    this.wishes = null;
    this.set({ running: true });
    let next = regularMs;
    const whole = await this.bytesLeft();
    this.set({ whole });
    try {
      await this.alone(() => this.once(pull).catch((error) => this.heed(error)));
      this.failures = 0;
      if (await (await exchanging()).conflictUnseen(this.db)) next = unseenMs;
      this.set({ problem: null });
    } catch (error) {
      // A line that cuts and yet lets something through is worth trying again soon.
      if ((await this.bytesLeft()) < whole) this.failures = 0;
      this.pause(error);
      next = 0;
    }
    this.set({ running: false });
    this.schedule(this.wishes ? gatherMs : next);
  }

  /** Zero when the store does not answer: what is wrong with it shows in the exchange. */
  private bytesLeft = () =>
    countUnsettled(this.db).then(
      ({ recordBytes, photoBytes, photoBytesSent }) => recordBytes + photoBytes - photoBytesSent,
      () => 0,
    );

  private async once(pull: boolean): Promise<void> {
    // Known before trying: what waits is not sealed, and typing on stays one change.
    if (globalThis.navigator?.onLine === false) throw new TransportError("offline");
    const { exchange } = await exchanging();
    if (!(await exchange(this.db, this.transport, pull))) return;
    await this.refreshKnown();
    await reportPhone(this.db, this.transport);
  }

  /** Who I am, my places and the word lists: rarely changing, so asked for every ten minutes at most. */
  private async refreshKnown(): Promise<void> {
    if (Date.now() - this.bootstrapAt < bootstrapMs) return;
    await this.learn(await this.transport.bootstrap());
  }

  async learn(known: Bootstrap): Promise<void> {
    this.bootstrapAt = Date.now();
    for (const [key, value] of Object.entries(known)) await writeKnown(this.db, key, value);
  }

  /** Refused or signed out because the phone was withdrawn: hands over what only it has, and empties itself. */
  private async heed(error: unknown): Promise<void> {
    if (!(error instanceof TransportError) || !["signed_out", "withdrawn"].includes(error.kind)) throw error;
    if (!(await this.transport.withdrawn(await deviceId(this.db)))) throw error;
    const { leaveForGood } = await import("./withdrawal");
    this.stopped = true;
    await leaveForGood(this.db, this.transport).catch((failure) => {
      this.stopped = false;
      throw failure;
    });
  }

  private pause(error: unknown): void {
    const known = error instanceof TransportError ? error : null;
    this.failures += 1;
    const doubled = Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.min(this.failures - 1, 10));
    const asked = (known?.retryAfter ?? 0) * 1000;
    this.notBefore = Date.now() + Math.max(asked, doubled * (0.75 + Math.random() / 2));
    this.set({ problem: known?.kind ?? "later" });
    if (!known) console.error(error);
  }

  /** Web Locks keep two tabs from sending the same at once; without them the server's idempotency does. */
  private async alone(work: () => Promise<void>): Promise<void> {
    if (!globalThis.navigator?.locks) return work();
    await navigator.locks.request(`sync-${this.db.name}`, { ifAvailable: true }, async (lock) => {
      if (lock) await work();
      else this.wishes = { pull: false };
    });
  }
}
