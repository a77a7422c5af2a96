import "server-only";
import { createHash } from "node:crypto";
import { signedText } from "./canonical";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export const digestOf = (change: object) => sha256(signedText(change));

/** Link of a subject's chain: covers everything before it and this change's digest and outcome. */
export const chainHash = (previous: string, changeId: string, digest: string, status: string) =>
  sha256(`${previous}\n${changeId}\n${digest}\n${status}`);
