import { type Kind, kinds } from "./schema";

/** For how many days a matter may be put off. */
export const putOffDays = ["14", "30", "90"] as const;

export const kindNamed = (name: string | undefined): Kind | null =>
  kinds.find((kind) => kind === name) ?? null;

/** Where the list is read from outside; null where the server knows no address of its own. */
export const listAddress = (server: string | undefined | null, locale: string, district: string) =>
  server ? `${server.replace(/\/$/, "")}/${locale}/attention?district=${district}` : null;
