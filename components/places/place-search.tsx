import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = { text: string; label?: string; also?: Readonly<Record<string, string>> };

/** An ordinary GET, so that a search can be kept, shared and gone back to. */
export function PlaceSearch({ text, label, also = {} }: Props) {
  const t = useTranslations("places.list");
  return (
    <search>
      <form className="row wrap">
        {Object.entries(also).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="grow">
          <span className="lab">{label ?? t("search")}</span>
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
