import { Button } from "./button";

type Props = {
  text: string;
  label: string;
  find: string;
  /** What the address says besides, and is to go on saying. */
  also?: Readonly<Record<string, string>>;
};

/** An ordinary GET, so that a search can be kept, shared and gone back to. */
export function SearchForm({ text, label, find, also = {} }: Props) {
  return (
    <search>
      <form className="row wrap">
        {Object.entries(also).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="grow">
          <span className="lab">{label}</span>
          <input
            className="in"
            name="q"
            type="search"
            autoComplete="off"
            defaultValue={text}
            maxLength={80}
          />
        </label>
        <Button type="submit" icon="search" className="self-end">
          {find}
        </Button>
      </form>
    </search>
  );
}
