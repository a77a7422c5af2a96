import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusMark } from "../ui/status-mark";

export type FieldText = {
  label: ReactNode;
  help?: ReactNode;
  /** Already a sentence in the reader's language. */
  error?: ReactNode;
  optional?: boolean;
};

/** The attributes that tie an input to its help and error text. */
export function describedBy(id: string, { help, error, optional }: FieldText) {
  const ids = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    "aria-describedby": ids || undefined,
    "aria-invalid": error ? (true as const) : undefined,
    // Not `required`: the browser's own complaint would come in the phone's language.
    "aria-required": optional ? undefined : (true as const),
  };
}

function FieldLabel({ label, optional }: Pick<FieldText, "label" | "optional">) {
  const t = useTranslations("common.word");
  return (
    <>
      {label}
      {optional && <span className="font-normal text-ink-3"> ({t("optional")})</span>}
    </>
  );
}

function FieldNotes({ id, help, error }: FieldText & { id: string }) {
  return (
    <>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <StatusMark status="late" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

/** Label above, control, help below, error under the field. */
export function Field({ id, children, ...text }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>
        <FieldLabel {...text} />
      </label>
      {children}
      <FieldNotes id={id} {...text} />
    </div>
  );
}

/** The same for a group of controls: a fieldset with a legend. */
export function FieldGroup({ id, children, ...text }: FieldText & { id: string; children: ReactNode }) {
  const { "aria-describedby": described } = describedBy(id, text);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={described}>
      <legend>
        <FieldLabel {...text} />
      </legend>
      {children}
      <FieldNotes id={id} {...text} />
    </fieldset>
  );
}
