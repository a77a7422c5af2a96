import { useLocale, useTranslations } from "next-intl";
import type { DialogueView } from "@/lib/dialogues/queries";
import { nextDialogue } from "@/lib/dialogues/rules";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { EmptyState } from "../ui/empty-state";
import { FileLinks } from "../ui/file-links";
import { ListRow } from "../ui/list-row";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";

type Props = { dialogues: readonly DialogueView[]; today: string };

const isOpen = ({ status }: { status: string }) => status !== "done" && status !== "declined";

/** Newest first, each with what it referred that is still open; a next date that has passed is said first. */
export function DialogueList({ dialogues, today }: Props) {
  const t = useTranslations("dialogues");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  if (dialogues.length === 0) return <EmptyState title={t("none")} why={t("noneWhy")} />;
  const byDistrict = [...Map.groupBy(dialogues, ({ districtId }) => districtId).values()];
  const late = byDistrict.flatMap((held) => {
    const next = nextDialogue(held, today);
    return held[0] && next && next.daysLate > 0 ? [{ district: held[0], ...next }] : [];
  });
  const open = dialogues.flatMap(({ referred }) => referred).filter(isOpen).length;
  return (
    <>
      <PageHeader
        title={t("title", { count: dialogues.length, n: n(dialogues.length) })}
        lead={t("lead", { count: open, n: n(open) })}
        action={<FileLinks path="/api/dialogues" />}
      />
      <div className="stack">
        {late.map(({ district, date, daysLate }) => (
          <Notice key={district.districtId} tone="late">
            {t("nextLate", {
              place: placeName({ nameLo: district.districtLo, nameEn: district.districtEn }, locale),
              date: formatDate(date, locale),
              count: daysLate,
              n: n(daysLate),
            })}
          </Notice>
        ))}
        <ul className="card list">
          {dialogues.map((one) => (
            <li key={one.id}>
              <Row dialogue={one} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function Row({ dialogue }: { dialogue: DialogueView }) {
  const t = useTranslations();
  const locale = useLocale();
  const { referred, decisions, nextDate } = dialogue;
  const open = referred.filter(isOpen).length;
  const n = (value: number) => formatNumber(value, locale);
  const why = [
    placeName({ nameLo: dialogue.districtLo, nameEn: dialogue.districtEn }, locale),
    t(`plans.office.${dialogue.chair}`),
    t("dialogues.decided", { count: decisions?.length ?? 0, n: n(decisions?.length ?? 0) }),
    nextDate && t("dialogues.next", { date: formatDate(nextDate, locale) }),
  ];
  return (
    <ListRow
      href={`/dialogues/${dialogue.id}`}
      status={open > 0 ? "doing" : "done"}
      name={formatDate(dialogue.date, locale)}
      why={why.filter(Boolean).join(" · ")}
      datum={
        referred.length > 0
          ? t("dialogues.openOf", { k: n(referred.length - open), n: n(referred.length) })
          : undefined
      }
    />
  );
}
