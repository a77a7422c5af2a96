/** The one ornament: an abstract stepped lozenge, on screen and printed. */
export function Band({ tall }: { tall?: boolean }) {
  return <div className={tall ? "band tall" : "band"} aria-hidden="true" />;
}
