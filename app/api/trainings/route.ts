import { today } from "@/lib/clock";
import { route } from "@/lib/route";
import { fileAsked, tableFile } from "@/lib/table-file";
import { trainingReaders, trainingsPage } from "@/lib/trainings/queries";
import { trainingFileRows } from "@/lib/trainings/training-file";

export const dynamic = "force-dynamic";

/** Trainings with what changed between the two tests, as the page shows them. */
export const GET = route(trainingReaders, async (actor, request) => {
  const asked = fileAsked(request);
  const { trainings } = await trainingsPage(actor);
  return tableFile("trainings", trainingFileRows(trainings, today()), asked);
});
