import { useLocale, useTranslations } from "next-intl";
import type { ReviewedInstruction } from "@/lib/districts/review";
import { formatDate } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { Link } from "../ui/link";
import { ListRow } from "../ui/list-row";
import type { Status } from "../ui/status-mark";

const marks: Readonly<Record<string, Status>> = {
  given: "late",
  told: "doing",
  acknowledged: "doing",
  under_way: "doing",
  done: "done",
  declined: "blocked",
};
export const instructionMark = (status: string): Status => marks[status] ?? "todo";

type Props = { instructions: readonly ReviewedInstruction[]; district: string };

export function InstructionList({ instructions, district }: Props) {
  const t = useTranslations("instructions");
  return (
    <Card title={t("own")} action={<Link href={`/instructions?district=${district}`}>{t("all")}</Link>}>
      {instructions.length === 0 ? (
        <p className="sm mut">{t("none")}</p>
      ) : (
        <ul>
          {instructions.map((instruction) => (
            <li key={instruction.id}>
              <InstructionRow instruction={instruction} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type RowProps = {
  instruction: Pick<ReviewedInstruction, "id" | "toOffice" | "text" | "date" | "status" | "statusDate">;
};

export function InstructionRow({ instruction }: RowProps) {
  const t = useTranslations("instructions");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const date = formatDate(instruction.date, locale);
  const word = t(`status.${instruction.status as "given"}`);
  const since = instruction.statusDate ? ` ${formatDate(instruction.statusDate, locale)}` : "";
  return (
    <ListRow
      href={`/instructions/${instruction.id}`}
      status={instructionMark(instruction.status)}
      name={`${office(instruction.toOffice)}: ${instruction.text}`}
      why={`${t("given", { date })} · ${word}${since}`}
    />
  );
}
