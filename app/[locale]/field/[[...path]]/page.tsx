import { setRequestLocale } from "next-intl/server";
import { FieldApp } from "@/components/field/field-app";
import { ClientMessages } from "@/components/shell/client-messages";
import { firstWords } from "@/lib/i18n/field-words";
import type { Locale } from "@/lib/i18n/routing";
import { locales } from "@/lib/i18n/routing";

export const dynamic = "force-static";

export const generateStaticParams = () => locales.map((locale) => ({ locale, path: [] as string[] }));

/** One document per language for every field address (proxy.ts): it holds no data and reads no session. */
export default async function FieldPage({ params }: { params: Promise<{ locale: Locale }> }) {
  setRequestLocale((await params).locale);
  return (
    <ClientMessages domains={firstWords}>
      <FieldApp />
    </ClientMessages>
  );
}
