/** The printable poster is an office page: it needs the network and leaves the phone's own screens. */
export const posterHref = ({ locale, place, planId }: { locale: string; place: string; planId: string }) =>
  `/${locale}/places/${place}/plan/poster?plan=${planId}`;
