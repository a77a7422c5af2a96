import { useLocale, useTranslations } from "next-intl";
import { addressIn } from "@/lib/i18n/address";
import { Icon } from "../ui/icon";

/** Sends `q` to the search page with an ordinary GET, so that it works before any script has loaded. */
export function SearchForm({ id = "q", defaultValue }: { id?: string; defaultValue?: string }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  return (
    <search>
      <form action={addressIn(locale, "/search")} className="search">
        <Icon name="search" small />
        <label htmlFor={id} className="vh">
          {t("search")}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          autoComplete="off"
          defaultValue={defaultValue}
          placeholder={t("searchHint")}
        />
      </form>
    </search>
  );
}
