import { z } from "zod";

export const uploadKinds = ["villages", "facilities", "boundaries", "settlements"] as const;

export const UploadForm = z.object({
  kind: z.enum(uploadKinds),
  file: z.instanceof(File).refine((file) => file.size > 0),
  credit: z.string().trim().max(300).optional(),
  validFrom: z.iso
    .date()
    .optional()
    .or(z.literal("").transform(() => undefined)),
});
