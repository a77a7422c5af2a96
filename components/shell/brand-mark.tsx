/** The product's own mark: one lozenge of the woven band. */
export function BrandMark({ size = 28, onDark }: { size?: number; onDark?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="flex-none">
      <path
        d="M16 1 31 16 16 31 1 16Z"
        fill={onDark ? "none" : "var(--indigo-900)"}
        stroke={onDark ? "#8fa3cc" : "none"}
        strokeWidth="1.5"
      />
      <path d="M16 6.5 25.5 16 16 25.5 6.5 16Z" fill="none" stroke="#f3eee2" strokeWidth="1.8" />
      <path d="M16 11.2 20.8 16 16 20.8 11.2 16Z" fill="var(--soon-mark)" />
    </svg>
  );
}
