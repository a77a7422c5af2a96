/** The office's page of the poster, with its public page and code: it needs the network and leaves the phone's own screens. */
export const posterHref = ({ locale, place, planId }: { locale: string; place: string; planId: string }) =>
  `/${locale}/places/${place}/plan/poster?plan=${planId}`;
