import { placeName, villageName } from "@/lib/i18n/place-name";
import type { Learning } from "@/lib/learning/queries";
import type { LearningWords } from "@/lib/learning/words";
import type { PeerWords } from "@/lib/peers/words";
import { problemCategories } from "@/lib/problems/schema";
import { Select } from "../form/select";
import { ClientMessages } from "../shell/client-messages";
import { Button } from "../ui/button";
import { PageHeader } from "../ui/page-header";
import { LinkForm } from "./link-form";

type Props = {
  learning: Learning;
  theme: (typeof problemCategories)[number];
  words: PeerWords;
  cases: LearningWords;
};

/** Villages that could guide one of the reader's, with the reason in words. */
export function NewLinkView({ learning: { villages, village, cases }, theme, words, cases: told }: Props) {
  const { t, locale, theme: themeWord, date } = words;
  const first = [...new Map(cases.toReversed().map((one) => [one.villageId, one])).values()].toReversed();
  const suggested = first.slice(0, 8).map((one) => ({
    value: one.villageId,
    label: `${villageName(one, locale)}, ${placeName({ nameLo: one.districtLo, nameEn: one.districtEn }, locale)}`,
    help: [one.doneOn && t("form.done", { what: one.what, date: date(one.doneOn) }), told.reasons(one.alike)]
      .filter(Boolean)
      .join(" · "),
  }));
  const option = (one: Learning["villages"][number]) => ({ value: one.id, label: villageName(one, locale) });
  return (
    <div className="stack">
      <PageHeader title={t("form.title")} lead={t("form.lead")} />
      <form className="card choose" aria-label={t("form.show")}>
        <Select
          name="village"
          label={t("form.village")}
          placeholder
          defaultValue={village?.id ?? ""}
          options={villages.map(option)}
        />
        <Select
          name="theme"
          label={t("form.theme")}
          defaultValue={theme}
          options={problemCategories.map((value) => ({ value, label: themeWord(value) }))}
        />
        <Button type="submit">{t("form.show")}</Button>
      </form>
      <section className="card">
        {village ? (
          <ClientMessages domains={["peers"]}>
            <LinkForm
              key={`${village.id}${theme}`}
              place={village.id}
              theme={theme}
              today={words.today}
              suggested={suggested}
              others={villages.filter(({ id }) => id !== village.id).map(option)}
            />
          </ClientMessages>
        ) : (
          <p>{t("form.choose")}</p>
        )}
      </section>
    </div>
  );
}
