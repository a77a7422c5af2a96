"use client";

import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Suspense } from "react";
import { Link, usePathname } from "@/lib/i18n/navigation";
import { type Locale, locales } from "@/lib/i18n/routing";

const names: Record<Locale, { short: string; long: string }> = {
  lo: { short: "ລາວ", long: "ລາວ" },
  en: { short: "EN", long: "English" },
};

function Languages({ query, long }: { query: string; long?: boolean }) {
  const here = useLocale();
  const path = usePathname();
  const t = useTranslations("shell");
  return (
    <nav className="langs seg" aria-label={t("language")}>
      {locales.map((locale) => (
        <Link
          key={locale}
          href={query ? `${path}?${query}` : path}
          locale={locale}
          lang={locale}
          hrefLang={locale}
          aria-current={locale === here ? "true" : undefined}
        >
          {long ? names[locale].long : names[locale].short}
        </Link>
      ))}
    </nav>
  );
}

function WithQuery({ long }: { long?: boolean }) {
  return <Languages query={useSearchParams().toString()} long={long} />;
}

/** The same page, with its filters, in the other language. */
export function LanguageSwitch({ long }: { long?: boolean }) {
  return (
    <Suspense fallback={<Languages query="" long={long} />}>
      <WithQuery long={long} />
    </Suspense>
  );
}
