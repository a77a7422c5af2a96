/** The language of the words that are shown, for screen readers: Lao where the questionnaire has none in the one asked for. */
export const writtenIn = (text: Readonly<Record<string, string>>, language: string): string =>
  language === "en" && text.en ? "en" : text[language] && language !== "lo" ? "und" : "lo";
