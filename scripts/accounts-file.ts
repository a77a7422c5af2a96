import { join } from "node:path";

/** The accounts of the last start with their passwords, for the start script to print (0600). */
export const accountsFile = (dataDir: string) => join(dataDir, "demonstration-accounts.json");
