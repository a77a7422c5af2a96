/** Longest side in pixels of the smaller pictures the server derives; `full` is the stored file itself. */
export const photoSizes = { thumb: 320, screen: 1280 } as const;
export type PhotoSize = keyof typeof photoSizes | "full";

export const isPhotoSize = (text: string): text is PhotoSize =>
  text === "full" || Object.hasOwn(photoSizes, text);

/** Where a photo's picture is fetched, by the id of its record. */
export const photoAddress = (photoId: string, size: PhotoSize = "full") =>
  `/api/media/${photoId}?size=${size}`;
