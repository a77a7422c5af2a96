import "../globals.css";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { BaseMessages } from "@/components/shell/client-messages";
import { SoftNavigation } from "@/components/shell/soft-navigation";
import { routing } from "@/lib/i18n/routing";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = { themeColor: "#14213d", width: "device-width", initialScale: 1 };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({
    locale: hasLocale(routing.locales, locale) ? locale : "lo",
    namespace: "common",
  });
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("tagline"),
    icons: { icon: "/mark.svg", apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false },
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations("shell");
  return (
    <html lang={locale}>
      <body>
        <a className="skip noprint" href="#content">
          {t("skip")}
        </a>
        <BaseMessages>{children}</BaseMessages>
        <SoftNavigation />
      </body>
    </html>
  );
}
