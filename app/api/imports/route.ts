import { AppError } from "@/lib/errors";
import { dryRunImport } from "@/lib/places/import/dry-run-commands";
import { boundaryLimits } from "@/lib/places/import/limits";
import { UploadForm } from "@/lib/places/import/upload";
import { route } from "@/lib/route";

/** Takes a file to be checked and answers with the import that says what it would do. */
export const POST = route("import.run", async (actor, request) => {
  if (Number(request.headers.get("content-length") ?? 0) > boundaryLimits.bytes + 65_536)
    throw new AppError("too_large");
  const form = await request.formData().catch(() => new FormData());
  const parsed = UploadForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new AppError("invalid", { reason: "empty" });
  const { file, ...about } = parsed.data;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return Response.json(await dryRunImport(actor, { ...about, fileName: file.name, bytes }));
});
