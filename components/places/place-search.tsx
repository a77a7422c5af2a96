import { useTranslations } from "next-intl";
import { SearchForm } from "@/components/ui/search-form";

type Props = { text: string; label?: string; also?: Readonly<Record<string, string>> };

export function PlaceSearch({ text, label, also }: Props) {
  const t = useTranslations("places.list");
  return <SearchForm text={text} label={label ?? t("search")} find={t("find")} also={also} />;
}
