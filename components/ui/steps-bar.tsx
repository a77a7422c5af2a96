import { useTranslations } from "next-intl";

type Props = {
  total: number;
  /** 1 is the first step. */
  current: number;
  /** Numbers of the steps already done. */
  done: readonly number[];
  name: string;
  next?: string;
  /** Where each step is, in order; without them the bar only shows. */
  links?: readonly { href: string; name: string }[];
};

function stateOf(step: number, { current, done }: Pick<Props, "current" | "done">) {
  if (step === current) return "now";
  return done.includes(step) ? "done" : undefined;
}

/** The segments of the capture screens; fill and outline tell done, current and open apart. */
export function StepsBar(props: Props) {
  const { total, current, done, name, next, links } = props;
  const t = useTranslations("common.steps");
  const steps = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <>
      {links ? (
        <nav className="steps" aria-label={t("label")}>
          {links.map(({ href, name: step }, index) => (
            <a
              key={href}
              href={href}
              className={stateOf(index + 1, props)}
              aria-current={index + 1 === current ? "step" : undefined}
            >
              <span className="vh">{done.includes(index + 1) ? t("doneStep", { name: step }) : step}</span>
            </a>
          ))}
        </nav>
      ) : (
        <div className="steps" aria-hidden="true">
          {steps.map((step) => (
            <span key={step} className={stateOf(step, props)} />
          ))}
        </div>
      )}
      <p className="stepcap">
        <span className="font-bold text-ink">
          {t("position", { n: String(current), total: String(total), name })}
        </span>
        {next && <span>{t("next", { name: next })}</span>}
      </p>
    </>
  );
}
