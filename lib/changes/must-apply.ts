import { AppError, type ErrorCode } from "@/lib/errors";
import type { ChangeAnswer } from "./schema";

/** For commands behind a form: an answer that was not taken becomes the error the form shows. */
export function mustApply(answer: ChangeAnswer): ChangeAnswer {
  if (answer.status !== "rejected") return answer;
  throw new AppError((answer.code as ErrorCode) ?? "invalid", { details: answer.details });
}
