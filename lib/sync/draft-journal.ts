import { uuidv7 } from "@/lib/changes/uuid";
import { now } from "@/lib/clock";
import type { NewRecord } from "./record";
import { tellTrouble, troubleOf } from "./storage-trouble";

/** `writtenAt`: the ISO moment of its last keystroke, by this phone's clock. */
export type Draft = Readonly<{ input: NewRecord; writtenAt: string }>;

const prefix = "connect-draft:";
const lockOf = (user: string, tab: string) => `${prefix}${user}:${tab}`;

/**
 * What a person entered, written down in one step before the store takes it: a page can be killed between a keystroke
 * and the end of its transaction. Each tab keeps its own entries; those of a tab that is gone are handed on.
 */
export class DraftJournal {
  private readonly tab = uuidv7();
  private count = 0;

  constructor(
    private readonly user: string,
    /** False once a PIN locks the store: nothing may then lie about in plain. */
    private readonly allowed: () => boolean = () => true,
  ) {}

  /** Holds this tab's name for as long as the page lives, so that no other tab takes its entries for abandoned. */
  async open(): Promise<void> {
    if (!globalThis.navigator?.locks) return;
    await new Promise<void>((held) => {
      void navigator.locks.request(lockOf(this.user, this.tab), () => {
        held();
        return new Promise(() => {});
      });
    });
  }

  nextKey(): string {
    this.count += 1;
    return `${prefix}${this.user}:${this.tab}:${String(this.count).padStart(9, "0")}`;
  }

  /** False when it could not be written down: then the store must take it at once. */
  write(key: string, input: NewRecord): boolean {
    if (!this.allowed() || !globalThis.localStorage) return false;
    try {
      const draft: Draft = { input, writtenAt: now().toISOString() };
      localStorage.setItem(key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  clear(key: string): void {
    globalThis.localStorage?.removeItem(key);
  }

  /** Hands on what tabs left that are gone, oldest first; those still open are waited for in the background. */
  inherit(keep: (draft: Draft) => Promise<unknown>): void {
    for (const tab of this.otherTabs()) {
      const take = () => this.takeFrom(tab, keep);
      if (!globalThis.navigator?.locks) void take();
      else void navigator.locks.request(lockOf(this.user, tab), take);
    }
  }

  /** Keeps what the phone could not store: the next opening tries again, in the same order. */
  private async takeFrom(tab: string, keep: (draft: Draft) => Promise<unknown>): Promise<void> {
    for (const key of keysOf(`${lockOf(this.user, tab)}:`)) {
      const text = localStorage.getItem(key);
      try {
        if (text) await keep(draftIn(text));
      } catch (error) {
        if (troubleOf(error)) return tellTrouble(error);
        // Refused by the store (its record is gone): nothing more can be done with it here.
        console.error(error);
      }
      localStorage.removeItem(key);
    }
  }

  private otherTabs(): string[] {
    const own = `${prefix}${this.user}:`;
    const tabs = new Set(keysOf(own).map((key) => key.slice(own.length).split(":")[0] ?? ""));
    tabs.delete(this.tab);
    return [...tabs].sort();
  }

  /** With the store goes what was written down beside it. */
  forget(): void {
    for (const key of keysOf(`${prefix}${this.user}:`)) localStorage.removeItem(key);
  }
}

/** An earlier version wrote the entry alone. */
function draftIn(text: string): Draft {
  const read = JSON.parse(text) as Draft | NewRecord;
  return "input" in read ? read : { input: read, writtenAt: "9999" };
}

function keysOf(start: string): string[] {
  const storage = globalThis.localStorage;
  if (!storage) return [];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  return keys.filter((key) => key.startsWith(start)).sort();
}
