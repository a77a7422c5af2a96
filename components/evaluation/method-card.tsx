import { useTranslations } from "next-intl";
import { Card } from "../ui/card";

const parts = ["chosen", "did", "cr2", "counts", "trust", "years"] as const;

/** The method with what it does not say; the same words stand in the researchers' file. */
export function MethodCard() {
  const t = useTranslations("evaluation.method");
  return (
    <Card title={t("title")}>
      <ul className="stack-s">
        {parts.map((part) => (
          <li key={part} className="sm">
            {t(part)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
