import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatKip, formatList, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Agreement, Institution, Register } from "@/lib/money/institution-queries";
import { inPlaceOf, standingOn } from "@/lib/money/institutions";
import { FactList } from "../ui/fact-list";
import { Link } from "../ui/link";
import { StatusPill } from "../ui/status-pill";

type Props = Register & { today: string; records: boolean };

/** Institutions with their dates; who has ended names who stands in their place. */
export function InstitutionList({ institutions, today, records }: Omit<Props, "agreements">) {
  const t = useTranslations("money");
  const locale = useLocale();
  const heads = {
    kind: t("form.kind"),
    dates: t("institutions.dates"),
    now: t("institutions.now"),
    source: t("form.source"),
  };
  const now = (one: Institution) => {
    if (standingOn(one, today) !== "ended") return null;
    const heir = inPlaceOf(institutions, one.id, today);
    return heir ? placeName(heir, locale) : t("institutions.noHeir");
  };
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("institutions.name")}</th>
          {Object.values(heads).map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {institutions.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {records ? (
                <Link href={`/institutions?institution=${one.id}`}>{placeName(one, locale)}</Link>
              ) : (
                placeName(one, locale)
              )}
              {one.note && <span className="block xs mut font-normal">{one.note}</span>}
            </th>
            <td data-label={heads.kind}>{t(`institutionKind.${one.kind}`)}</td>
            <td data-label={heads.dates}>
              <Dates of={one} />
            </td>
            <td data-label={heads.now}>
              {now(one) ? (
                <StatusPill status="dropped">{t("institutions.ended", { heir: now(one) ?? "" })}</StatusPill>
              ) : (
                t("institutions.stands")
              )}
            </td>
            <td data-label={heads.source}>{one.source ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Dates({ of: { from, to } }: { of: Readonly<{ from: string | null; to: string | null }> }) {
  const t = useTranslations("money.dates");
  const locale = useLocale();
  const day = (iso: string) => formatDate(iso, locale);
  if (from && to) return t("both", { from: day(from), to: day(to) });
  if (from) return t("from", { from: day(from) });
  return to ? t("to", { to: day(to) }) : t("none");
}

/** What was agreed: parties as they stand today, scope, validity. */
export function AgreementList({ agreements, institutions, today, records }: Props) {
  const t = useTranslations("money");
  if (agreements.length === 0) return <p className="mut">{t("agreements.empty")}</p>;
  return (
    <ul className="stack">
      {agreements.map((one) => (
        <li key={one.id}>
          <h3>{records ? <Link href={`/institutions?agreement=${one.id}`}>{one.title}</Link> : one.title}</h3>
          <AgreementFacts agreement={one} institutions={institutions} today={today} />
        </li>
      ))}
    </ul>
  );
}

type Facts = { agreement: Agreement; institutions: readonly Institution[]; today: string };

function AgreementFacts({ agreement, institutions, today }: Facts) {
  const t = useTranslations("money");
  const locale = useLocale();
  const name = (id: string) => {
    const party = institutions.find((one) => one.id === id);
    if (!party) return t("agreements.unknownParty");
    if (standingOn(party, today) !== "ended") return placeName(party, locale);
    const heir = inPlaceOf(institutions, id, today);
    return t("agreements.endedParty", {
      party: placeName(party, locale),
      date: party.to ? formatDate(party.to, locale) : "",
      heir: heir ? placeName(heir, locale) : t("institutions.noHeir"),
    });
  };
  const { scope, signed, amountKip, amountUsd, source } = agreement;
  const standing = standingOn(agreement, today);
  const facts = [
    { key: "kind", term: t("form.kind"), value: t(`agreementKind.${agreement.kind}`) },
    { key: "parties", term: t("agreements.parties"), value: formatList(agreement.parties.map(name), locale) },
    ...(scope ? [{ key: "scope", term: t("agreements.scope"), value: scope }] : []),
    {
      key: "signed",
      term: t("agreements.signed"),
      value: signed ? formatDate(signed, locale) : t("agreements.notPublished"),
    },
    {
      key: "validity",
      term: t("agreements.validity"),
      value: (
        <>
          {t(`agreements.standing.${standing}`)} <Dates of={agreement} />
        </>
      ),
    },
    ...(amountKip
      ? [{ key: "kip", term: t("agreements.amountKip"), value: formatKip(amountKip, locale) }]
      : []),
    ...(amountUsd
      ? [{ key: "usd", term: t("agreements.amountUsd"), value: formatNumber(amountUsd, locale) }]
      : []),
    ...(source ? [{ key: "source", term: t("form.source"), value: source }] : []),
  ];
  return <FactList facts={facts} />;
}
