import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { loadMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/routing";
import { DateField } from "../form/date-field";
import { FormErrors } from "../form/form-errors";
import { NumberField } from "../form/number-field";
import { RadioCards } from "../form/radio-cards";
import { TextField } from "../form/text-field";
import { KOfNBar } from "./k-of-n-bar";
import { Notice } from "./notice";
import { StatusPill } from "./status-pill";
import { Stepper } from "./stepper";
import { StepsBar } from "./steps-bar";
import { SyncStrip } from "./sync-strip";

const pieces: [string, ReactElement][] = [
  ["pill", <StatusPill key="p" status="late" />],
  ["k of n", <KOfNBar key="k" counts={{ done: 5, late: 1 }} outOf={12} />],
  ["notice", <Notice key="n" tone="soon" title="x" live="polite" />],
  ["stepper", <Stepper key="s" label="x" name="x" />],
  ["steps", <StepsBar key="b" total={8} current={5} done={[1]} name="x" next="y" />],
  ["sync", <SyncStrip key="y" state={{ kind: "needsYou", count: 2 }} offline />],
  ["text", <TextField key="t" name="x" label="x" help="h" error="e" />],
  ["date", <DateField key="d" name="x" label="x" defaultValue="2026-11-21" />],
  ["number", <NumberField key="m" name="x" label="x" defaultValue={1250000} />],
  ["radio", <RadioCards key="r" name="x" label="x" options={[{ value: "a", label: "a" }]} />],
  ["errors", <FormErrors key="e" errors={[{ id: "x", message: "m" }]} />],
];

function html(element: ReactElement, locale: "lo" | "en"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={loadMessages(locale)}
      timeZone="Asia/Vientiane"
      onError={(error) => {
        throw error;
      }}
    >
      {element}
    </NextIntlClientProvider>,
  );
}

test.each(pieces)("%s carries no inline style, which the policy would refuse", (_name, element) => {
  for (const locale of locales) expect(html(element, locale)).not.toContain("style=");
});

test("a field names its help and its error to a screen reader", () => {
  const markup = html(<TextField name="x" label="Name" help="h" error="e" />, "en");
  expect(markup).toContain('aria-describedby="x-help x-error"');
  expect(markup).toContain('aria-invalid="true"');
  expect(markup).toContain('<label for="x">Name</label>');
});

test("numbers and dates are shown in the reader's form and sent in one", () => {
  const lao = html(<NumberField name="kip" label="x" defaultValue={1250000} />, "lo");
  expect(lao).toContain('value="1.250.000"');
  expect(lao).toContain('<input type="hidden" name="kip" value="1250000"/>');
  const date = html(<DateField name="due" label="x" defaultValue="2026-11-21" />, "lo");
  expect(date).toContain("ພະຈິກ");
  expect(date).toContain('<input type="hidden" name="due" value="2026-11-21"/>');
});

test("a status is never colour alone", () => {
  expect(html(<StatusPill status="blocked" />, "lo")).toMatch(/<svg.*<\/svg>ຕິດຂັດ/);
  expect(html(<KOfNBar counts={{ done: 38, late: 5 }} />, "lo")).toMatch(/<b>38<\/b> ສຳເລັດແລ້ວ/);
});
