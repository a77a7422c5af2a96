import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { addressIn } from "@/lib/i18n/address";

type Props = Omit<ComponentProps<"a">, "href"> & {
  /** Without the language. */
  href: string;
};

/** What `SoftNavigation` follows without loading a document. */
export const softAnchor = ({ href, ...props }: Props, locale: string) => (
  <a {...props} href={addressIn(locale, href)} data-soft="" />
);

/**
 * A link within the language. An ordinary one of the document: the framework's own would be drawn again in the browser, each
 * (docs/decisions/0056). Nothing is fetched ahead: on a village's signal a list of pages would cost more than it saves.
 */
export function Link(props: Props) {
  return softAnchor(props, useLocale());
}
