"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, Suspense } from "react";
import { addressIn, withoutLanguage } from "@/lib/i18n/address";
import { type Locale, locales } from "@/lib/i18n/routing";
import { softAnchor } from "../ui/link";

const names: Record<Locale, { short: string; long: string }> = {
  lo: { short: "ລາວ", long: "ລາວ" },
  en: { short: "EN", long: "English" },
};

type Props = {
  long?: boolean;
  /** On the capture screens: each language is a document of its own, on the phone and without network. */
  documents?: boolean;
};

function Languages({ query, long, documents }: Props & { query: string }) {
  const here = useLocale();
  const path = withoutLanguage(usePathname());
  const t = useTranslations("shell");
  return (
    <nav className="langs seg" aria-label={t("language")}>
      {locales.map((locale) => {
        const known = {
          lang: locale,
          hrefLang: locale,
          href: query ? `${path}?${query}` : path,
          "aria-current": locale === here ? ("true" as const) : undefined,
          children: long ? names[locale].long : names[locale].short,
        };
        return documents ? (
          <a key={locale} {...known} href={addressIn(locale, known.href)} />
        ) : (
          <Fragment key={locale}>{softAnchor(known, locale)}</Fragment>
        );
      })}
    </nav>
  );
}

function WithQuery(props: Props) {
  return <Languages query={useSearchParams().toString()} {...props} />;
}

/** The same page, with its filters, in the other language. */
export function LanguageSwitch(props: Props) {
  return (
    <Suspense fallback={<Languages query="" {...props} />}>
      <WithQuery {...props} />
    </Suspense>
  );
}
