import type { ReactNode } from "react";
import { FieldGroup, type FieldText } from "./field";

export type ChoiceOption<T extends string> = { value: T; label: ReactNode; help?: ReactNode };

type Props<T extends string> = FieldText & {
  name: string;
  id?: string;
  options: readonly ChoiceOption<T>[];
  value?: T | null;
  defaultValue?: T;
  onChange?: (value: T) => void;
  twoColumns?: boolean;
};

/** One of several, each a card as large as a thumb. Nothing is preselected unless told. */
export function RadioCards<T extends string>(props: Props<T>) {
  const { name, id = name, options, value, defaultValue, onChange, twoColumns, ...text } = props;
  const controlled = value !== undefined;
  return (
    <FieldGroup id={id} {...text}>
      <div className={twoColumns ? "choices two" : "choices"}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={controlled ? value === option.value : undefined}
              defaultChecked={controlled ? undefined : defaultValue === option.value}
              onChange={onChange && (() => onChange(option.value))}
            />
            <span>
              {option.label}
              {option.help && <span className="choice-help">{option.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
