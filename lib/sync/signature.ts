import "server-only";
import { createPublicKey, verify } from "node:crypto";
import { signedText } from "@/lib/changes/canonical";

/** Does the signature of a change fit the key of the phone it names? */
export function isSigned(change: object, signature: unknown, jwk: JsonWebKey): boolean {
  if (typeof signature !== "string") return false;
  try {
    const key = createPublicKey({ key: jwk as never, format: "jwk" });
    const given = Buffer.from(signature, "base64");
    return verify("sha256", Buffer.from(signedText(change)), { key, dsaEncoding: "ieee-p1363" }, given);
  } catch {
    return false;
  }
}
