import { FileError } from "./value-row";

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The text of a file in UTF-8, a piece at a time, wherever the pieces were cut. */
export async function* textPieces(bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new FileError("encoding");
    }
  };
  for await (const piece of bytes) {
    const text = decode(piece);
    if (text) yield text;
  }
  const rest = decode();
  if (rest) yield rest;
}
