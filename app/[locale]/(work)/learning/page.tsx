import { getLocale } from "next-intl/server";
import { LearningView } from "@/components/learning/learning-view";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { type Asked, whatWorked } from "@/lib/learning/queries";
import { learningWords } from "@/lib/learning/words";
import { Frame } from "../frame";

type Props = { searchParams: Promise<Asked> };

export default async function LearningPage({ searchParams }: Props) {
  const actor = await requireActor("record.read");
  const learning = await whatWorked(actor, await searchParams);
  const words = await learningWords(await getLocale());
  return (
    <Frame actor={actor} active="evaluation">
      <LearningView
        learning={learning}
        words={words}
        mayOpen={({ districtId, villageId }) => can(actor, "record.read", { districtId, villageId })}
      />
    </Frame>
  );
}
