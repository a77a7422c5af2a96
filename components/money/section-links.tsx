import { useTranslations } from "next-intl";
import { ChipLink } from "../ui/chip";

const sections = [
  ["pays", "/money"],
  ["partners", "/partners"],
  ["institutions", "/institutions"],
] as const;

/** The three sides of who pays; the register and the institutions are open to those who review the rollout. */
export function SectionLinks({ now, all }: { now: (typeof sections)[number][0]; all: boolean }) {
  const t = useTranslations("money.section");
  if (!all) return null;
  return (
    <nav className="chips mb-4 noprint" aria-label={t("label")}>
      {sections.map(([key, href]) => (
        <ChipLink key={key} href={href} current={key === now}>
          {t(key)}
        </ChipLink>
      ))}
    </nav>
  );
}
