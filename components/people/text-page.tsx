import type { ReactNode } from "react";
import { Band } from "../shell/band";
import { BrandMark } from "../shell/brand-mark";
import { LanguageSwitch } from "../shell/language-switch";
import { ButtonLink } from "../ui/button";

export type Section = { title: string; body: ReactNode };
type Props = {
  title: string;
  lead?: ReactNode;
  sections: readonly Section[];
  back: string;
  foot?: ReactNode;
};

/** A page to read, open to everybody: one narrow column, prints as it is. */
export function TextPage({ title, lead, sections, back, foot }: Props) {
  return (
    <>
      <Band />
      <div className="mx-auto max-w-[720px] p-4">
        <div className="row between noprint">
          <BrandMark />
          <LanguageSwitch long />
        </div>
        <main id="content" className="stack py-6">
          <h1>{title}</h1>
          {lead}
          {sections.map((section) => (
            <section key={section.title} className="stack-s">
              <h2>{section.title}</h2>
              {section.body}
            </section>
          ))}
          {foot}
          <ButtonLink href="/sign-in" kind="quiet" icon="back" className="noprint">
            {back}
          </ButtonLink>
        </main>
      </div>
    </>
  );
}
