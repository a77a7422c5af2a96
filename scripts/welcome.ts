import { readFileSync } from "node:fs";
import type { SeededAccount } from "@/db/seed/demo-accounts";
import { accountsFile } from "./accounts-file";
import type { Settings } from "./settings";

/** What a person needs once the application answers: the address and, in a demonstration, how to sign in. */
export function printWelcome({ address, mode, dataDir, local }: Settings): void {
  console.log(`\nCONNECT runs at ${address}`);
  if (mode === "production") return;
  const accounts: SeededAccount[] = JSON.parse(readFileSync(accountsFile(dataDir), "utf8"));
  const width = Math.max(...accounts.map(({ login }) => login.length));
  console.log(`\nDemonstration accounts${local ? `, all with the password: ${accounts[0]?.password}` : ""}`);
  for (const { login, displayName, password } of accounts) {
    console.log(`  ${login.padEnd(width)}  ${local ? "" : `${password}  `}${displayName}`);
  }
  console.log("\nCtrl-C stops it; what was recorded stays.");
}
