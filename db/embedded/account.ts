import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The system account PostgreSQL runs as; empty when it is our own. */
export type Account = { uid?: number; gid?: number };

/** PostgreSQL refuses root: then the owner of the existing data, else the account `postgres`, made when absent. */
export function accountFor(pgdata: string): Account {
  if (process.getuid?.() !== 0) return ownAccount(pgdata);
  if (existsSync(pgdata)) {
    const { uid, gid } = statSync(pgdata);
    if (uid !== 0) return { uid, gid };
  }
  return lookUp("postgres") ?? createAccount() ?? lookUp("nobody") ?? fail();
}

function ownAccount(pgdata: string): Account {
  if (existsSync(pgdata) && statSync(pgdata).uid !== process.getuid?.()) {
    throw new Error(
      `The database in ${pgdata} belongs to another user of this computer (it was first started as root, perhaps); start as that user, or set DATA_DIR to another folder.`,
    );
  }
  return {};
}

function lookUp(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function createAccount(): Account | null {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
    return lookUp("postgres");
  } catch {
    return null;
  }
}

function fail(): never {
  throw new Error(
    "PostgreSQL does not run as root and no account 'postgres' could be made; start as an ordinary user.",
  );
}

/** Whether the account may enter every folder on the way to `path` and read what is there. */
export function canReach(path: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  const full = resolve(path);
  for (let at = dirname(full); ; at = dirname(at)) {
    if (!allowed(at, account, 1)) return false;
    if (at === dirname(at)) break;
  }
  return !existsSync(full) || allowed(full, account, statSync(full).isDirectory() ? 1 : 4);
}

function allowed(path: string, account: Account, bit: 1 | 4): boolean {
  if (!existsSync(path)) return true;
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode & (bit << 6)) !== 0;
  return (mode & (gid === account.gid ? bit << 3 : bit)) !== 0;
}
