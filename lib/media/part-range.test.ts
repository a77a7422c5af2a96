import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { partRange } from "./parts";
import { mediaLimits } from "./schema";

describe("partRange", () => {
  it("reads what a phone writes, and takes a request without it for the whole", () => {
    expect(partRange("bytes 0-65535/1048576")).toEqual({ from: 0, to: 65_535, total: 1_048_576 });
    expect(partRange(null)).toBeNull();
  });

  it.each([
    "bytes 5-4/10",
    "bytes 0-10/10",
    "bytes */10",
    "bytes 0-5/*",
    "0-5/10",
    "bytes 0-5/99999999999",
    "",
  ])("refuses %j", (header) => expect(() => partRange(header)).toThrow(AppError));

  it("refuses a picture and a part that are too large", () => {
    const refused = (header: string) => expect(() => partRange(header)).toThrow("too_large");
    refused(`bytes 0-9/${mediaLimits.bytes + 1}`);
    refused(`bytes 0-${mediaLimits.partBytes}/${mediaLimits.bytes}`);
  });
});
