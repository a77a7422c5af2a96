/** Longest side in pixels of the smaller pictures the server derives; `full` is the stored file itself. */
export const photoSizes = { thumb: 320, screen: 1280 } as const;
export type PhotoSize = keyof typeof photoSizes | "full";

export const isPhotoSize = (text: string): text is PhotoSize =>
  text === "full" || Object.hasOwn(photoSizes, text);
