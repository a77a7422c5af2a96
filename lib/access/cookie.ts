import "server-only";
import { decode, encode, type JWT, type JWTDecodeParams, type JWTEncodeParams } from "next-auth/jwt";
import { signInSettings } from "./settings";

// With a salt it is one of next-auth's own short-lived cookies (state, nonce, PKCE), which must keep all they carry.
export const cookieCodec = {
  encode: ({ token, ...params }: JWTEncodeParams): Promise<string> =>
    encode({ ...params, token: params.salt ? token : { sid: token?.sid } }),
  decode: async (params: JWTDecodeParams): Promise<JWT | null> => {
    try {
      return await decode(params);
    } catch {
      return null;
    }
  },
};

/** The encrypted cookie value for a session token. */
export const sealSession = (token: string): Promise<string> =>
  cookieCodec.encode({ token: { sid: token }, secret: signInSettings().secret });

/** The session token inside a cookie value, or null if it is not ours. */
export async function unsealSession(value: string | undefined): Promise<string | null> {
  const { secret } = signInSettings();
  if (!value || !secret) return null;
  const jwt = await cookieCodec.decode({ token: value, secret });
  return typeof jwt?.sid === "string" ? jwt.sid : null;
}
