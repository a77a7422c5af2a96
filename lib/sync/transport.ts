import type { TrustDelivery } from "@/lib/trust/schema";
import { deviceHeader } from "./device-header";
import type { Bootstrap } from "./known";
import { packedJson } from "./packed-json";
import { type PartWay, uploadInParts } from "./upload-parts";
import type {
  DeviceRequest,
  Farewell,
  FarewellAnswer,
  PhoneReport,
  PullAnswer,
  PushAnswer,
  PushRequest,
} from "./wire";

export type FailureKind = "offline" | "signed_out" | "withdrawn" | "later" | "refused";

/** Why a request did not come through. `later` says after how many seconds to try again, when the server did. */
export class TransportError extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly code: string = kind,
    readonly retryAfter: number | null = null,
  ) {
    super(code);
    this.name = "TransportError";
  }
}

export type MediaUpload = Readonly<{ sha256: string; photoId: string; blob: Blob; type: string }>;

/** The phone's way to the server; tests give one that reaches the server's own functions. */
export type Transport = Readonly<{
  register(device: DeviceRequest): Promise<void>;
  push(request: PushRequest): Promise<PushAnswer>;
  pull(query: { district?: string; cursor?: string }): Promise<PullAnswer>;
  bootstrap(): Promise<Bootstrap>;
  /** Sends what the server lacks of a picture; `onHeld` hears after each part how many bytes it has. */
  upload(media: MediaUpload, onHeld: (bytes: number) => unknown): Promise<void>;
  report(report: PhoneReport): Promise<void>;
  /** Was this phone withdrawn? Answered to signed-out phones too. */
  withdrawn(device: string): Promise<boolean>;
  farewell(words: Farewell): Promise<FarewellAnswer>;
  /** Sealed trust interviews of a batch that was announced. */
  deliver(delivery: TrustDelivery): Promise<void>;
}>;

const longestRequest = 60_000;

type Asking = RequestInit & { user?: string | null; device?: string | null };

/** Names the person the phone's store belongs to: the server refuses when the session has become somebody else's. */
async function request(path: string, { user, device, ...init }: Asking): Promise<Response> {
  const headers = new Headers(init.headers);
  if (user) headers.set("x-connect-user", user);
  if (device) headers.set(deviceHeader, device);
  const signal = AbortSignal.timeout(longestRequest);
  const options: RequestInit = { credentials: "same-origin", redirect: "error", ...init, headers, signal };
  const response = await fetch(path, options).catch(() => {
    throw new TransportError("offline");
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

type Refusal = { error?: { code?: string; details?: { reason?: string } } };

async function failureOf(response: Response): Promise<TransportError> {
  const body = (await response.json().catch(() => null)) as Refusal | null;
  const code = body?.error?.code ?? String(response.status);
  if (body?.error?.details?.reason === "device_revoked") return new TransportError("withdrawn");
  if (response.status === 401) return new TransportError("signed_out", code);
  if (response.status === 429 || response.status >= 500) {
    return new TransportError("later", code, Number(response.headers.get("retry-after")) || null);
  }
  return new TransportError("refused", code);
}

const json = (body: unknown, method = "POST"): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

/** The whole answer; one that was cut on its way is as if it had not come. */
const whole = <T>(response: Response): Promise<T> =>
  response.json().catch(() => {
    throw new TransportError("offline");
  });

const query = (values: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString();

/** Who is signed in, with their places and word lists. Throws `signed_out` or `offline`. */
export const askBootstrap = async (user: string | null, device?: string): Promise<Bootstrap> =>
  (await request("/api/field/bootstrap", { cache: "no-store", user, device })).json();

/** The key of this person's own store, whose PIN is forgotten. Throws `refused` for a wrong password. */
export const askRecovery = async (
  user: string,
  asked: { wrapped: string; password: string },
): Promise<string> => (await (await request("/api/field/recovery", { ...json(asked), user })).json()).key;

export const askSignOut = () => request("/api/field/sign-out", json({}));

export const httpTransport = (user: string, device: string): Transport => ({
  register: async (phone) => void (await request("/api/field/device", { ...json(phone), user })),
  push: async (body) => whole(await request("/api/sync", { ...(await packedJson(body)), user, device })),
  pull: async (values) =>
    whole(await request(`/api/sync?${query(values)}`, { cache: "no-store", user, device })),
  bootstrap: () => askBootstrap(user, device),
  report: async (report) => void (await request("/api/field/report", { ...json(report), user, device })),
  withdrawn: async (id) =>
    (await (await request(`/api/field/farewell?${query({ device: id })}`, { cache: "no-store" })).json())
      .withdrawn === true,
  farewell: async (words) => (await request("/api/field/farewell", json(words))).json(),
  deliver: async (delivery) =>
    void (await request("/api/field/trust", { ...(await packedJson(delivery)), user, device })),
  upload: (media, onHeld) => uploadInParts({ way: httpParts({ user, device }), media, onHeld }),
});

const mediaPath = ({ sha256, photoId }: MediaUpload) => `/api/media/${sha256}?${query({ photo: photoId })}`;

const httpParts = (who: Pick<Asking, "user" | "device">): PartWay => ({
  held: async (media) => {
    const answer = await request(mediaPath(media), { cache: "no-store", ...who });
    const { complete, have } = (await answer.json()) as { complete: boolean; have: number };
    return complete ? null : have;
  },
  send: async (media, { from, blob }) => {
    const range = `bytes ${from}-${from + blob.size - 1}/${media.blob.size}`;
    const headers = { "content-type": media.type, "content-range": range };
    const answer = await request(mediaPath(media), { method: "PUT", body: blob, headers, ...who });
    const { have } = (await answer.json()) as { have?: number };
    return have ?? null;
  },
});
