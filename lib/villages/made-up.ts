/** Demonstration records say so in their source; whatever is printed or published from them says it too. */
export const isMadeUp = (source: string | null) => source?.includes("made-up") ?? false;
