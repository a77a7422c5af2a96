import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetAsideForm } from "@/components/form/set-aside-form";
import { LineForm } from "@/components/money/line-form";
import { LineHistory } from "@/components/money/line-history";
import { LineName } from "@/components/money/line-tables";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { id as uuid } from "@/lib/changes/fields";
import { uuidv7 } from "@/lib/changes/uuid";
import { today } from "@/lib/clock";
import { setBudgetAsideAction } from "@/lib/money/actions";
import { askedMoney } from "@/lib/money/asked";
import { budgetLine } from "@/lib/money/budget-queries";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("money.line"))("change") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ year?: string }> };

export default async function BudgetLinePage({ params, searchParams }: Props) {
  const actor = await requireActor("budget.read");
  const { id } = await params;
  const isNew = id === "new";
  if (!isNew && !uuid.safeParse(id).success) notFound();
  const [given, t] = await Promise.all([budgetLine(actor, isNew ? null : id), getTranslations("money.line")]);
  const { line, changes, ...lists } = given;
  if (!isNew && !line) notFound();
  const ofDistrict = line ? line.districtId !== null : can(actor, "budget.record");
  const mayWrite = can(actor, ofDistrict ? "budget.record" : "budget.recordNational");
  const own = new Set(actor.assignments.flatMap(({ districtIds }) => districtIds));
  const { year } = askedMoney(await searchParams, today());
  return (
    <Frame actor={actor} active={actor.scope.budgetNation ? "funders" : "budget"}>
      <PageHeader
        title={t(isNew ? "new" : mayWrite ? "change" : "read")}
        lead={t("lead")}
        action={<ButtonLink href={`/money?year=${line?.year ?? year}`}>{t("back")}</ButtonLink>}
      />
      <div className="stack">
        <Card>
          {mayWrite && !line?.out && (
            <ClientMessages domains={["money"]}>
              <LineForm
                {...lists}
                line={line}
                districts={lists.districts.filter((one) => own.has(one.id))}
                year={year}
                level={ofDistrict ? "district" : "nation"}
                first={{ changeId: uuidv7(), subject: uuidv7() }}
              />
            </ClientMessages>
          )}
          {line?.out && <LineName line={line} {...lists} />}
          {!mayWrite && <p>{t("notYours")}</p>}
        </Card>
        {line && mayWrite && (
          <Card>
            <SetAsideForm
              action={setBudgetAsideAction}
              record={{ subject: line.id, place: line.districtId }}
              out={line.out}
              changeId={uuidv7()}
            />
          </Card>
        )}
        {line && (
          <Card title={t("history")}>
            <LineHistory changes={changes} funders={lists.funders} />
          </Card>
        )}
      </div>
    </Frame>
  );
}
