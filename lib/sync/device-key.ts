import { signedText } from "@/lib/changes/canonical";
import type { Change } from "@/lib/changes/schema";
import { uuidv7 } from "@/lib/changes/uuid";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import type { DeviceRequest } from "./wire";

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
const signing = { name: "ECDSA", hash: "SHA-256" } as const;

/** This phone as this person's: made at first use, never leaves it. */
export async function deviceId(db: FieldDatabase): Promise<string> {
  return db.transaction("rw", db.known, async () => {
    const known = await readKnown<string>(db, "deviceId");
    if (known) return known;
    const made = uuidv7();
    await writeKnown(db, "deviceId", made);
    return made;
  });
}

/** The phone's key pair; the private half cannot be read out. Null where the browser has no cryptography (plain http). */
async function deviceKeys(db: FieldDatabase): Promise<CryptoKeyPair | null> {
  const known = await readKnown<CryptoKeyPair>(db, "deviceKeys");
  if (known) return known;
  if (!globalThis.crypto?.subtle) return null;
  const made = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  return db.transaction("rw", db.known, async () => {
    const other = await readKnown<CryptoKeyPair>(db, "deviceKeys");
    if (!other) await writeKnown(db, "deviceKeys", made);
    return other ?? made;
  });
}

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

export async function signChange(db: FieldDatabase, change: Change): Promise<Change> {
  const keys = await deviceKeys(db);
  if (!keys) return change;
  const text = new TextEncoder().encode(signedText(change));
  return { ...change, signature: base64(await crypto.subtle.sign(signing, keys.privateKey, text)) };
}

/** What the server must know to check this phone's signatures; null when it knows already or there is no key. */
export async function unregisteredDevice(db: FieldDatabase, label: string): Promise<DeviceRequest | null> {
  if (await readKnown(db, "deviceRegistered")) return null;
  const keys = await deviceKeys(db);
  if (!keys) return null;
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", keys.publicKey);
  return { id: await deviceId(db), publicKey: { kty: "EC", crv: "P-256", x, y }, label: label.slice(0, 200) };
}
