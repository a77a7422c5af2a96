import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DialogueView, OpenAction } from "@/lib/dialogues/queries";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import type { Theme } from "@/lib/themes/frame";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";
import { ListRow } from "../ui/list-row";

/** Who met, what was on the agenda, what was decided. */
export function DialogueFacts({ dialogue, children }: { dialogue: DialogueView; children?: ReactNode }) {
  const t = useTranslations("dialogues");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const n = (value: number | null | undefined) => formatNumber(value ?? 0, locale);
  const { villages, women, men, venue, nextDate, agenda, decisions, note } = dialogue;
  const facts = [
    { key: "chair", term: t("form.chair"), value: office(dialogue.chair) },
    ...(venue ? [{ key: "venue", term: t("form.venue"), value: venue }] : []),
    ...(villages ? [{ key: "villages", term: t("form.villages"), value: n(villages) }] : []),
    ...(women || men
      ? [{ key: "people", term: t("people"), value: t("sexes", { women: n(women), men: n(men) }) }]
      : []),
    ...(nextDate ? [{ key: "next", term: t("form.next"), value: formatDate(nextDate, locale) }] : []),
  ];
  return (
    <Card title={t("facts")}>
      <FactList facts={facts} />
      <Lines title={t("form.agenda")} lines={agenda} />
      <Lines title={t("form.decisions")} lines={decisions} />
      {note && <p className="mt-2">{note}</p>}
      <Themes themes={dialogue.themes ?? null} />
      {children}
    </Card>
  );
}

function Themes({ themes }: { themes: readonly Theme[] | null }) {
  const t = useTranslations("problems.themes");
  const names = themes?.length ? themes.map((theme) => t(`code.${theme}`)) : [t("none")];
  return <Lines title={t("legend")} lines={themes && names} />;
}

function Lines({ title, lines }: { title: string; lines: readonly string[] | null | undefined }) {
  if (!lines || lines.length === 0) return null;
  return (
    <div className="mt-2">
      <h3 className="lab">{title}</h3>
      <ul className="stack-s">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

type ReferredProps = { dialogue: DialogueView; mayRefer: boolean };

/** Instructions that this dialogue gave, to offices and to villages; answered and late like every other. */
export function ReferredList({ dialogue, mayRefer }: ReferredProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { referred, id, districtId } = dialogue;
  return (
    <Card
      title={t("dialogues.referred")}
      action={
        mayRefer && (
          <ButtonLink href={`/instructions/new?district=${districtId}&dialogue=${id}`} icon="plus">
            {t("dialogues.refer")}
          </ButtonLink>
        )
      }
    >
      {referred.length === 0 && <p className="sm mut">{t("dialogues.noneReferred")}</p>}
      <ul className="list">
        {referred.map((one) => {
          const village = { nameLo: one.villageLo ?? "", nameEn: one.villageEn ?? "" };
          const why = [
            one.villageLo && villageName(village, locale),
            t(`plans.office.${one.toOffice}`),
            one.what,
            one.due && t("mentees.steps.due", { date: formatDate(one.due, locale) }),
          ];
          return (
            <li key={one.id}>
              <ListRow
                href={`/instructions/${one.id}`}
                status={one.status === "done" ? "done" : one.status === "declined" ? "dropped" : "doing"}
                name={one.text}
                why={why.filter(Boolean).join(" · ")}
                datum={t(`instructions.status.${one.status}` as "instructions.status.done")}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

type LateProps = { dialogue: DialogueView; open: readonly OpenAction[] };

/** What villages have agreed with the district and is late: each can be referred with one instruction. */
export function LateAsks({ dialogue, open }: LateProps) {
  const t = useTranslations("dialogues");
  const locale = useLocale();
  if (open.length === 0) return null;
  return (
    <Card title={t("fromVillages")}>
      <ul className="list">
        {open.map((one) => (
          <li key={one.id}>
            <ListRow
              href={`/instructions/new?district=${dialogue.districtId}&village=${one.villageId}&action=${one.id}&dialogue=${dialogue.id}${one.lead ? `&office=${one.lead}` : ""}`}
              status="late"
              name={one.what}
              why={villageName({ nameLo: one.villageLo, nameEn: one.villageEn }, locale)}
              datum={one.due && formatDate(one.due, locale, "short")}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
