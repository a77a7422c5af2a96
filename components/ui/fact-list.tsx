import type { ReactNode } from "react";

export type Fact = { term: ReactNode; value: ReactNode };

export function FactList({ facts }: { facts: readonly (Fact & { key: string })[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key} className="contents">
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
