import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "./button";

/** A page's table as a file, with what its address chooses; in the page's language. */
export function FileLinks({ path, query = {} }: { path: string; query?: Readonly<Record<string, string>> }) {
  const t = useTranslations("common.file");
  const locale = useLocale();
  return (["xlsx", "csv"] as const).map((format) => (
    <ButtonAnchor
      key={format}
      icon="download"
      href={`${path}?${new URLSearchParams({ ...query, format, locale })}`}
      download
    >
      {t(format)}
    </ButtonAnchor>
  ));
}
