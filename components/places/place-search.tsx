import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** An ordinary GET, so that a search can be kept, shared and gone back to. */
export function PlaceSearch({ text }: { text: string }) {
  const t = useTranslations("places.list");
  return (
    <search>
      <form className="row wrap">
        <label className="grow">
          <span className="lab">{t("search")}</span>
          <input
            className="in"
            name="q"
            type="search"
            autoComplete="off"
            defaultValue={text}
            maxLength={80}
          />
        </label>
        <Button type="submit" icon="search" className="self-end">
          {t("find")}
        </Button>
      </form>
    </search>
  );
}
