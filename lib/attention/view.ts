import { type Kind, kinds } from "./schema";

export const kindNamed = (name: string | undefined): Kind | null =>
  kinds.find((kind) => kind === name) ?? null;

/** Where the list is read from outside; null where the server knows no address of its own. */
export const listAddress = (server: string | undefined | null, locale: string, district: string) =>
  server ? `${server.replace(/\/$/, "")}/${locale}/attention?district=${district}` : null;
