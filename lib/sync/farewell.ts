import "server-only";
import { signerOf } from "@/lib/access/signer";
import { deviceWithdrawn, noteWiped } from "@/lib/access/store";
import { changeLimits } from "@/lib/changes/schema";
import { AppError } from "@/lib/errors";
import { receiveFrom } from "./receive";
import type { Farewell, FarewellAnswer } from "./wire";

/** May be asked signed out, by the random id that only the phone knows. */
export const isWithdrawn = (device: string) => deviceWithdrawn(device);

/**
 * What a withdrawn phone had not sent, without a session: its signatures say whose it is. Its own work is quarantined;
 * what it carried for others is theirs. Changes that nobody signed are quarantined too.
 */
export async function takeFarewell({ device, changes, wiped }: Farewell): Promise<FarewellAnswer> {
  if (changes.length > changeLimits.perRequest)
    throw new AppError("too_large", { most: changeLimits.perRequest });
  const signer = await signerOf(device);
  if (!signer?.revoked) throw new AppError("forbidden");
  const way = { sessionDevice: device, canSign: true };
  const answers = await receiveFrom(signer.author, { device: null, changes, way });
  if (wiped) await noteWiped(device);
  return { answers };
}
