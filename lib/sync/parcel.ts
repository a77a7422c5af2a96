import { z } from "zod";
import { now } from "@/lib/clock";
import { type ProgrammeKey, wrapForProgramme } from "./programme-key";
import { fromBase64, guessCost, keyBytes, keyOfSecret, randomBytes, seal, toBase64, unseal } from "./sealing";

// A parcel: mark, length of the header, header (JSON, readable), then the contents sealed under a random key. The header
// carries that key twice: under the code that its maker was shown, and under the programme's public key.
const mark = new TextEncoder().encode("CONNECT\n");
const Header = z.object({
  version: z.literal(1),
  madeAt: z.string(),
  programme: z.string().nullable(),
  salt: z.string(),
  cost: z.object({ m: z.int().min(8).max(65_536), t: z.int().min(1).max(8) }),
  key: z.string(),
  programmeKey: z.string().nullable(),
  bytes: z.int(),
});
type Header = z.infer<typeof Header>;

export type ParcelFault =
  | "not_a_parcel"
  | "newer"
  | "other_programme"
  | "cut"
  | "wrong_code"
  | "code_only"
  | "damaged";

/** Why a parcel could not be opened; nothing of it was taken in. */
export class ParcelError extends Error {
  constructor(readonly fault: ParcelFault) {
    super(fault);
    this.name = "ParcelError";
  }
}

// Letters and digits that nobody confuses when read aloud or copied by hand (40 bits in 8).
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A code to open a parcel with, such as `7KQM-2XPA`. */
export function newParcelCode(): string {
  const letters = [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** As typed by hand: any case, with or without the dash. */
const typedCode = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, "");

type Making = Readonly<{ code: string; userId: string; programme: ProgrammeKey | null }>;

export async function sealParcel(contents: Uint8Array, making: Making): Promise<Blob> {
  const { code, userId, programme } = making;
  const key = randomBytes(keyBytes);
  const salt = randomBytes(16);
  const codeKey = await keyOfSecret(typedCode(code), salt, guessCost);
  const body = seal(key, contents);
  const header: Header = {
    version: 1,
    madeAt: now().toISOString(),
    programme: programme?.id ?? null,
    salt: toBase64(salt),
    cost: guessCost,
    key: toBase64(seal(codeKey, key)),
    programmeKey: await wrapForProgramme(programme, { key, userId, purpose: "parcel" }),
    bytes: body.length,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  const parts = [mark, size, head, body] as Uint8Array<ArrayBuffer>[];
  return new Blob(parts, { type: "application/octet-stream" });
}

/** With the code, or with what the server makes of the key that was wrapped for the programme. */
type Opening = Readonly<{ programme: ProgrammeKey | null }> &
  Readonly<{ code: string } | { recover: (wrapped: string) => Promise<string> }>;

/** The contents. Throws a ParcelError that says what is wrong with the file or the code. */
export async function openParcel(file: Uint8Array, opening: Opening): Promise<Uint8Array> {
  const { header, body } = split(file);
  const { programme } = opening;
  if (header.programme && programme && header.programme !== programme.id)
    throw new ParcelError("other_programme");
  if (body.length < header.bytes) throw new ParcelError("cut");
  const key =
    "code" in opening ? await keyByCode(header, opening.code) : await keyBack(header, opening.recover);
  return attempt(() => unseal(key, body.subarray(0, header.bytes)), "damaged");
}

async function keyByCode(header: Header, code: string): Promise<Uint8Array> {
  const codeKey = await keyOfSecret(typedCode(code), fromBase64(header.salt), header.cost);
  return attempt(() => unseal(codeKey, fromBase64(header.key)), "wrong_code");
}

async function keyBack(header: Header, recover: (wrapped: string) => Promise<string>): Promise<Uint8Array> {
  if (!header.programmeKey) throw new ParcelError("code_only");
  return fromBase64(await recover(header.programmeKey));
}

function split(file: Uint8Array): { header: Header; body: Uint8Array } {
  if (!mark.every((byte, index) => file[index] === byte)) throw new ParcelError("not_a_parcel");
  const start = mark.length + 4;
  if (file.length < start) throw new ParcelError("cut");
  const length = new DataView(file.buffer, file.byteOffset).getUint32(mark.length);
  if (file.length < start + length) throw new ParcelError("cut");
  const text = new TextDecoder().decode(file.subarray(start, start + length));
  const json = attempt(() => JSON.parse(text) as { version?: unknown }, "damaged");
  if (typeof json.version === "number" && json.version > 1) throw new ParcelError("newer");
  const parsed = Header.safeParse(json);
  if (!parsed.success) throw new ParcelError("damaged");
  return { header: parsed.data, body: file.subarray(start + length) };
}

function attempt<T>(work: () => T, fault: ParcelFault): T {
  try {
    return work();
  } catch {
    throw new ParcelError(fault);
  }
}
