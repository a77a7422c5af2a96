import type { ComponentProps, ReactNode } from "react";
import { FieldGroup, type FieldText } from "./field";
import type { ChoiceOption } from "./radio-cards";

type Props<T extends string> = Omit<FieldText, "optional"> & {
  name: string;
  id?: string;
  options: readonly ChoiceOption<T>[];
  value?: readonly T[];
  defaultValue?: readonly T[];
  onChange?: (value: T[]) => void;
  twoColumns?: boolean;
};

/** Any number of several. The form sends the name once for each. */
export function CheckCards<T extends string>(props: Props<T>) {
  const { name, id = name, options, value, defaultValue = [], onChange, twoColumns, ...text } = props;
  const toggle = (picked: T) => {
    const now = value ?? [];
    onChange?.(now.includes(picked) ? now.filter((one) => one !== picked) : [...now, picked]);
  };
  return (
    <FieldGroup id={id} {...text}>
      <div className={twoColumns ? "choices two" : "choices"}>
        {options.map((option) => (
          <CheckField
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            help={option.help}
            checked={value?.includes(option.value)}
            defaultChecked={value ? undefined : defaultValue.includes(option.value)}
            onChange={onChange && (() => toggle(option.value))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One yes-or-no card. */
export function CheckField(props: { label: ReactNode; help?: ReactNode } & ComponentProps<"input">) {
  const { label, help, ...input } = props;
  return (
    <label className="choice">
      <input {...input} type="checkbox" />
      <span>
        {label}
        {help && <span className="choice-help">{help}</span>}
      </span>
    </label>
  );
}
