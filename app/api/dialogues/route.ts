import { today } from "@/lib/clock";
import { dialogueFileRows } from "@/lib/dialogues/dialogue-file";
import { dialoguesFor } from "@/lib/dialogues/queries";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** Dialogues and what they referred, a line for each thing referred. */
export const GET = route("record.read", async (actor, request) => {
  const asked = fileAsked(request);
  return tableFile("dialogues", dialogueFileRows(await dialoguesFor(actor), today()), asked);
});
