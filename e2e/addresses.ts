import type { Verb } from "@/lib/access/roles";
import { pageAddresses } from "./page-addresses";
import type { Planted } from "./planted";
import { routeAddresses } from "./route-addresses";

export type Addresses = (planted: Planted) => string[];

/** A file of app/ and the addresses that try it. */
export type Tried = Readonly<{
  /** Whoever holds none of these is told 403; none named: every signed-in person may ask. */
  verbs?: readonly Verb[];
  /** Also without signing in. */
  visitors?: true;
  /** Shows the reader's own or nothing of the planted records. */
  open?: Addresses;
  /** What an open address answers instead of 200. */
  status?: number;
  /** Asks for the planted records or for what does not exist. */
  closed?: Addresses;
  /** A place is no secret, so asking for its records is refused; a record of elsewhere is as good as none. */
  answer?: 403 | 404;
}>;

/** Every page and route of app/; a new one fails in walls.spec until it is here. */
export const addresses: Readonly<Record<string, Tried>> = { ...pageAddresses, ...routeAddresses };
