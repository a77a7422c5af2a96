import "server-only";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { AppError } from "@/lib/errors";
import type { MediaStore } from "./store";

/** Pictures in a folder. A name is there whole or not at all, also after a power cut. */
export const diskStore = (folder: string): MediaStore => ({
  has: (name) =>
    stat(join(folder, name)).then(
      (found) => found.isFile(),
      () => false,
    ),

  async keep(path, name) {
    const to = join(folder, name);
    await mkdir(dirname(to), { recursive: true });
    await rename(path, to).catch(() => overToOtherDisk(path, to));
    const held = await open(dirname(to), "r");
    await held.sync().finally(() => held.close());
  },

  async read(name) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (!found) throw new AppError("not_found");
    const body = Readable.toWeb(createReadStream(join(folder, name))) as ReadableStream<Uint8Array>;
    return { length: found.size, body };
  },

  drop: (name) => rm(join(folder, name), { force: true }),

  async names() {
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
      .filter((name) => !name.startsWith("incoming/"))
      .sort();
  },
});

/** A folder for what arrives may lie on a faster disk than the pictures: then it is copied, and renamed over there. */
async function overToOtherDisk(path: string, to: string): Promise<void> {
  const draft = `${to}.draft`;
  await copyFile(path, draft);
  await rename(draft, to);
  await rm(path, { force: true });
}
