"use client";

import { useTranslations } from "next-intl";
import { idSchemes } from "@/lib/exchange/options";
import { setPullAction } from "@/lib/exchange/pull/actions";
import type { PullSetting } from "@/lib/exchange/pull/queries";
import { pullRhythms, pullStrategies } from "@/lib/exchange/pull/schema";
import type { FormState } from "@/lib/form-state";
import { CheckField } from "../form/check-cards";
import { FormResult } from "../form/form-result";
import { KeptForm, KeptSubmit } from "../form/kept-form";
import { NumberField } from "../form/number-field";
import { Select } from "../form/select";
import { TextArea, TextField } from "../form/text-field";
import { useOnceForm } from "../form/use-once-form";
import { PullSecretFields } from "./pull-secret-fields";

type Props = { setting: PullSetting | null; first: { changeId: string } };

const addressFaults = ["format", "https", "credentials", "private"] as const;

/** Why a field was not taken, by its name; undefined when it was. */
export function useFaults({ fields = {} }: FormState) {
  const t = useTranslations("pull.fault");
  const field = useTranslations("errors.field");
  return (name: string): string | undefined => {
    const code = Object.entries(fields).find(([key]) => key.split(".")[0] === name)?.[1];
    if (!code) return;
    const address = addressFaults.find((one) => one === code);
    if (address) return t(address);
    if (code === "invalid_type" || code === "needed") return t("needed");
    if (name === "dataSets" || name === "orgUnits") return t("identifiers");
    return ["token", "user"].includes(name) ? t("characters") : field("invalid");
  };
}

export function PullSettingForm({ setting, first }: Props) {
  const t = useTranslations("pull.setting");
  const { ids, state, send, pending } = useOnceForm(setPullAction, first);
  const fault = useFaults(state);
  return (
    <KeptForm run={send} className="stack">
      <FormResult state={state} done={t("saved")} />
      <input type="hidden" name="changeId" value={ids.changeId} />
      <TextField
        name="address"
        label={t("address")}
        help={t("addressHelp")}
        defaultValue={setting?.address}
        inputMode="url"
        maxLength={300}
        error={fault("address")}
      />
      <TextArea
        name="dataSets"
        label={t("dataSets")}
        help={t("dataSetsHelp")}
        defaultValue={setting?.dataSets.join(" ")}
        rows={2}
        maxLength={1000}
        error={fault("dataSets")}
      />
      <TextArea
        name="orgUnits"
        label={t("orgUnits")}
        help={t("orgUnitsHelp")}
        defaultValue={setting?.orgUnits.join(" ")}
        rows={2}
        maxLength={1000}
        error={fault("orgUnits")}
      />
      <CheckField
        name="children"
        label={t("children")}
        help={t("childrenHelp")}
        defaultChecked={setting?.children ?? true}
      />
      <Reading setting={setting} />
      <When setting={setting} fault={fault} />
      {/* Emptied once it was taken. */}
      <PullSecretFields key={ids.changeId} kept={setting?.secretKind ?? null} fault={fault} />
      <KeptSubmit pending={pending}>{t("save")}</KeptSubmit>
    </KeptForm>
  );
}

function Reading({ setting }: Pick<Props, "setting">) {
  const t = useTranslations("pull.setting");
  const words = useTranslations("exchange");
  const schemes = idSchemes.map((value) => ({ value, label: words(`scheme.${value}`) }));
  const strategies = pullStrategies.map((value) => ({ value, label: words(`strategy.${value}`) }));
  return (
    <>
      <Select
        name="unitScheme"
        label={t("unitScheme")}
        options={schemes}
        defaultValue={setting?.unitScheme ?? "uid"}
      />
      <Select
        name="elementScheme"
        label={t("elementScheme")}
        options={schemes}
        defaultValue={setting?.elementScheme ?? "uid"}
      />
      <Select
        name="strategy"
        label={t("strategy")}
        options={strategies}
        defaultValue={setting?.strategy ?? "CREATE_AND_UPDATE"}
      />
    </>
  );
}

function When({ setting, fault }: Pick<Props, "setting"> & { fault: (name: string) => string | undefined }) {
  const t = useTranslations("pull.setting");
  return (
    <>
      <NumberField
        name="months"
        label={t("months")}
        help={t("monthsHelp")}
        defaultValue={setting?.months ?? 3}
        error={fault("months")}
      />
      <CheckField
        name="active"
        label={t("active")}
        help={t("activeHelp")}
        defaultChecked={setting ? setting.activeSince !== null : false}
      />
      <Select
        name="rhythm"
        label={t("rhythm")}
        options={pullRhythms.map((value) => ({ value, label: t(value) }))}
        defaultValue={setting?.rhythm ?? "monthly"}
      />
      <NumberField name="day" label={t("day")} defaultValue={setting?.day ?? 20} error={fault("day")} />
      <NumberField name="hour" label={t("hour")} defaultValue={setting?.hour ?? 3} error={fault("hour")} />
    </>
  );
}
