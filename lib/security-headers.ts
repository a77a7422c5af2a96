/** Answers that every page gets beside its content security policy; the features named are the ones capture uses. */
export const baseHeaders: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
};

export const strictTransport = "max-age=31536000; includeSubDomains";

type Scripts = { nonce: string } | { hashes: readonly string[] } | "development";

function scriptSource(scripts: Scripts): string {
  if (scripts === "development") return "'self' 'unsafe-inline' 'unsafe-eval'";
  if ("nonce" in scripts) return `'self' 'nonce-${scripts.nonce}' 'strict-dynamic'`;
  return ["'self'", ...scripts.hashes.map((hash) => `'${hash}'`)].join(" ");
}

/** Nothing from anywhere else, nothing inline but what the server marked. Development needs eval and injected styles. */
export function contentSecurityPolicy(scripts: Scripts): string {
  const styles = scripts === "development" ? "'self' 'unsafe-inline'" : "'self'";
  return [
    "default-src 'self'",
    `script-src ${scriptSource(scripts)}`,
    `style-src ${styles}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
