import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Band } from "../shell/band";
import { BrandMark } from "../shell/brand-mark";
import { LanguageSwitch } from "../shell/language-switch";

type Props = { children: ReactNode };

/** The front door, one thumb wide: mark, what this is, language, then the form. */
export function Entrance({ children }: Props) {
  const t = useTranslations("access.signIn");
  return (
    <div className="phone">
      <header className="bg-indigo-900 px-5 pb-8 pt-6 text-center text-white">
        <p className="mb-2 flex justify-center">
          <BrandMark size={64} onDark />
        </p>
        <p className="text-24 font-bold">CONNECT</p>
        <p className="mx-auto max-w-80 text-balance">{t("tagline")}</p>
      </header>
      <Band tall />
      <main id="content" className="main stack">
        <LanguageSwitch long />
        {children}
      </main>
    </div>
  );
}
