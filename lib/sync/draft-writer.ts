import { uuidv7 } from "@/lib/changes/uuid";
import type { DraftJournal } from "./draft-journal";
import type { NewRecord } from "./record";
import { notStored } from "./storage-trouble";

const pauseMs = 400;
let typing = false;

/** What `run` asks to be recorded may wait for the next keystroke: it is written down already. */
export function whileTyping<T>(run: () => T): T {
  typing = true;
  try {
    return run();
  } finally {
    typing = false;
  }
}

type Waiting = {
  input: NewRecord;
  readonly key: string;
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly stored: Promise<string>;
  readonly answer: (stored: Promise<string>) => void;
};

function newEntry(input: NewRecord, key: string): Waiting {
  let answer: Waiting["answer"] = () => {};
  const stored = new Promise<string>((resolve) => {
    answer = resolve;
  });
  return { input, key, timer: undefined, stored, answer };
}

const isPlain = ({ operation, why }: NewRecord) => (operation ?? "record") === "record" && !why;

/** Between the screens and the store: every entry is in the journal at once and in the store soon, typing in one go. */
export class DraftWriter {
  private readonly waiting = new Map<string, Waiting>();
  private readonly writing = new Set<Promise<unknown>>();

  constructor(
    private readonly store: (input: NewRecord) => Promise<string>,
    private readonly journal: DraftJournal,
  ) {}

  /** Resolves with the record's id once the store holds it. */
  keep(asked: NewRecord): Promise<string> {
    const patient = typing && isPlain(asked);
    const input = { ...asked, subject: asked.subject ?? uuidv7() };
    const name = `${input.type} ${input.subject}`;
    let entry = this.waiting.get(name);
    if (entry && !isPlain(input)) {
      this.write(name, entry);
      entry = undefined;
    }
    entry ??= newEntry(input, this.journal.nextKey());
    // What was seen when the typing began stays: what arrived since was not.
    entry.input = { ...input, ...entry.input, fields: { ...entry.input.fields, ...input.fields } };
    this.waiting.set(name, entry);
    const noted = this.journal.write(entry.key, entry.input);
    clearTimeout(entry.timer);
    if (!patient || !noted) this.write(name, entry);
    else entry.timer = setTimeout(this.write.bind(this, name, entry), pauseMs);
    return entry.stored;
  }

  /** Everything that was entered is in the store once this resolves. */
  async settle(): Promise<void> {
    for (const [name, entry] of [...this.waiting]) this.write(name, entry);
    await Promise.allSettled([...this.writing]);
  }

  private write(name: string, entry: Waiting): void {
    if (this.waiting.get(name) === entry) this.waiting.delete(name);
    clearTimeout(entry.timer);
    const stored = this.store(entry.input)
      // Told that it is not saved, the person enters it again: the journal must not bring it back as well.
      .catch(notStored)
      .finally(() => {
        this.journal.clear(entry.key);
        this.writing.delete(stored);
      });
    this.writing.add(stored);
    entry.answer(stored);
  }
}
