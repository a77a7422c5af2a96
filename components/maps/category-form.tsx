"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useId, useState } from "react";
import { CheckField } from "@/components/form/check-cards";
import { FormErrors } from "@/components/form/form-errors";
import { RadioCards } from "@/components/form/radio-cards";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { CategoryMark } from "@/components/map/category-mark";
import { glyphs } from "@/components/symbols/glyphs";
import { areaStyles, lineStyles } from "@/components/symbols/shapes";
import { frameLabels } from "@/lib/maps/categories";
import { type Category, CategoryFields } from "@/lib/maps/schema";
import { recordCategoryAction } from "@/lib/maps/vocabulary-actions";

type Frame = Category["frame"];
const frames = CategoryFields.shape.frame.options;

/** The drawings that fit a frame: lines and areas have styles instead of glyphs. */
function drawingsOf(frame: Frame): string[] {
  if (frame === "line") return Object.keys(lineStyles).map((id) => (id === "cutoff_stretch" ? "cutoff" : id));
  return Object.keys(frame === "area" ? areaStyles : glyphs);
}

type Props = {
  /** Names this attempt, so that a form sent twice is one change. */
  change: string;
  category?: Category;
};

/** Adds a symbol from a frame and a drawing, or changes one; its family and short name stay what they are. */
export function CategoryForm({ change, category }: Props) {
  const t = useTranslations("maps.vocabulary");
  const locale = useLocale();
  const id = useId();
  const [state, send] = useActionState(recordCategoryAction, { status: "idle" });
  const [frame, setFrame] = useState<Frame>(category?.frame ?? "community");
  const [glyph, setGlyph] = useState(category?.glyph ?? "other");
  const drawings = drawingsOf(frame);
  const drawn = drawings.includes(glyph) ? glyph : (drawings[0] ?? "other");
  const fault = (name: string) =>
    state.fields?.[name] ? (state.fields[name] === "fixed" ? t("taken") : t("invalid")) : undefined;
  return (
    <form action={send} className="stack pt-3">
      <FormErrors message={state.status === "failed" ? t("failed") : undefined} />
      <p role="status">{state.status === "done" && t("saved")}</p>
      <input type="hidden" name="change" value={change} />
      {category ? (
        <>
          <input type="hidden" name="id" value={category.id} />
          <input type="hidden" name="frame" value={category.frame} />
        </>
      ) : (
        <>
          <TextField
            name="id"
            id={`${id}-id`}
            label={t("id")}
            help={t("idHelp")}
            error={fault("id")}
            autoCapitalize="none"
          />
          <Select
            name="frame"
            id={`${id}-frame`}
            label={t("frame")}
            help={t("frameHelp")}
            error={fault("frame")}
            value={frame}
            options={frames.map((value) => ({ value, label: frameLabels[value][locale] }))}
            onChange={(event) => setFrame(event.target.value as Frame)}
          />
        </>
      )}
      <div className="glyph-choice">
        <RadioCards
          name="glyph"
          id={`${id}-glyph`}
          label={t("glyph")}
          value={drawn}
          options={drawings.map((value) => ({
            value,
            label: (
              <>
                <CategoryMark category={{ frame, glyph: value }} size={38} />
                <span className="vh">{value.replaceAll("_", " ")}</span>
              </>
            ),
          }))}
          onChange={setGlyph}
        />
      </div>
      <TextField
        name="labelLo"
        id={`${id}-lo`}
        lang="lo"
        label={t("labelLo")}
        defaultValue={category?.labelLo}
        error={fault("labelLo")}
      />
      <TextField
        name="labelEn"
        id={`${id}-en`}
        lang="en"
        label={t("labelEn")}
        defaultValue={category?.labelEn}
        error={fault("labelEn")}
      />
      <CheckField name="sensitive" label={t("sensitive")} defaultChecked={category?.sensitive} />
      <CheckField name="active" label={t("inUse")} defaultChecked={category?.active ?? true} />
      <SubmitButton>{t("save")}</SubmitButton>
    </form>
  );
}
