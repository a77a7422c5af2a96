import { getLocale, getTranslations } from "next-intl/server";
import { ForgetForm } from "@/components/exchange/forget-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/access/session";
import { type Remembered, rememberedIds } from "@/lib/exchange/queries";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { Frame } from "../../../../frame";

export default async function RememberedIdsPage() {
  const actor = await requireActor("values.import");
  const [list, t, locale] = await Promise.all([
    rememberedIds(actor),
    getTranslations("exchange"),
    getLocale(),
  ]);
  const meaningOf = ({ nameLo, nameEn }: Remembered) =>
    nameLo ? placeName({ nameLo, nameEn: nameEn ?? "" }, locale) : t("remembered.aside");
  return (
    <Frame actor={actor} active="imports">
      <PageHeader
        title={t("remembered.title", { count: list.length, n: formatNumber(list.length, locale) })}
        lead={t("remembered.lead")}
        action={<ButtonLink href="/admin/imports/values">{t("import.back")}</ButtonLink>}
      />
      <ClientMessages domains={["exchange"]}>
        <ul className="card list">
          {list.map((one) => {
            const { externalId: id, combo } = one;
            return (
              <li key={one.id} className="row wrap between py-3">
                <span>
                  <b className="wrap-anywhere">{combo ? t("remembered.combo", { id, combo }) : id}</b> ·{" "}
                  {meaningOf(one)}
                  <span className="sm mut block">
                    {t("remembered.about", {
                      kind: t(`remembered.${one.kind}`),
                      system: one.system,
                      scheme: t(`scheme.${one.scheme}`),
                      by: `${one.by ?? ""}, ${t(one.forAll ? "remembered.forAll" : "remembered.forOffice")}`,
                    })}
                  </span>
                </span>
                {(!one.forAll || actor.scope.admin) && <ForgetForm id={one.id} externalId={id} />}
              </li>
            );
          })}
        </ul>
      </ClientMessages>
    </Frame>
  );
}
