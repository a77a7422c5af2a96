import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { formatDate, formatNumber, formatPercent } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { ProfileView, Vocabulary } from "@/lib/places/profile-queries";
import { ageBands } from "@/lib/workshops/vocabularies";

type Props = {
  profiles: readonly ProfileView[];
  groups: readonly Vocabulary[];
  languages: readonly Vocabulary[];
};

/** Newest first; an unknown figure says so and is never a zero. */
export function ProfileList({ profiles, groups, languages }: Props) {
  const t = useTranslations("places.profile");
  if (profiles.length === 0) return <p>{t("none")}</p>;
  return profiles.map((profile) => (
    <ProfileCard key={profile.id} profile={profile} groups={groups} languages={languages} />
  ));
}

function ProfileCard({ profile, groups, languages }: Omit<Props, "profiles"> & { profile: ProfileView }) {
  const t = useTranslations("places");
  const words = useTranslations("common.word");
  const ages = useTranslations("workshops.age");
  const locale = useLocale();
  const named = (list: readonly Vocabulary[], id: string) => {
    const known = list.find((one) => one.id === id);
    return known ? placeName(known, locale) : id;
  };
  const number = (value: number | null) => (value === null ? words("unknown") : formatNumber(value, locale));
  const ethnic = (profile.ethnicGroups ?? []).map(({ group, people, share }) => {
    const size = people === undefined ? formatPercent(share ?? 0, locale) : formatNumber(people, locale);
    return `${named(groups, group)} ${size}`;
  });
  const aged = ageBands.flatMap((band) => {
    const people = profile.ages?.[band];
    return people === undefined ? [] : [`${ages(band)}: ${formatNumber(people, locale)}`];
  });
  const spoken = (profile.languages ?? []).map((id) => named(languages, id));
  const facts = [
    { key: "population", term: t("profile.population"), value: number(profile.population) },
    { key: "females", term: t("profile.females"), value: number(profile.females) },
    { key: "households", term: t("profile.households"), value: number(profile.households) },
    { key: "groups", term: t("profile.groups"), value: ethnic.join(", ") || words("unknown") },
    { key: "ages", term: t("profile.ages"), value: aged.join(", ") || words("unknown") },
    { key: "languages", term: t("profile.languages"), value: spoken.join(", ") || words("unknown") },
    {
      key: "poverty",
      term: t("profile.povertyStatus"),
      value: t(`poverty.${profile.povertyStatus ?? "unknown"}`),
    },
    { key: "dry", term: t("profile.dryAccess"), value: t(`reach.${profile.dryAccess ?? "unknown"}`) },
    { key: "wet", term: t("profile.wetAccess"), value: t(`reach.${profile.wetAccess ?? "unknown"}`) },
    { key: "source", term: t("profile.source"), value: profile.source },
  ];
  return (
    <Card title={formatDate(profile.date, locale)}>
      <FactList
        facts={
          profile.note ? [...facts, { key: "note", term: t("profile.note"), value: profile.note }] : facts
        }
      />
    </Card>
  );
}
