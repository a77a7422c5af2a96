import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { PlainError } from "../plain";

const SHORTEST = 12;

/** From BACKUP_PASSPHRASE, else asked for without showing it; a new one must be long enough to be worth anything. */
export async function passphrase({ fresh }: { fresh: boolean }): Promise<string> {
  const given = process.env.BACKUP_PASSPHRASE ?? (process.stdin.isTTY ? await ask("Passphrase: ") : "");
  if (!given)
    throw new PlainError("A passphrase is needed: set BACKUP_PASSPHRASE or run this at a terminal.");
  if (!fresh) return given;
  if (given.length < SHORTEST)
    throw new PlainError(`The passphrase must have ${SHORTEST} characters or more.`);
  if (!process.env.BACKUP_PASSPHRASE && (await ask("Again: ")) !== given) {
    throw new PlainError("The two passphrases differ.");
  }
  return given;
}

function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    lines.question("", (answer) => {
      lines.close();
      process.stderr.write("\n");
      resolve(answer);
    });
  });
}
