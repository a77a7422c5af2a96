/** A later one sorts after an earlier one. Renewed whenever the notice's meaning changes; who accepted which one is kept. */
export const privacyVersion = "2026-11";
