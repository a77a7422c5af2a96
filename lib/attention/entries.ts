import type { ReviewedAction, ReviewedInstruction, ReviewedPromise } from "@/lib/districts/review";
import type { Office } from "@/lib/plans/schema";
import type { Contradiction } from "@/lib/voices/queries";
import type { Kind } from "./schema";
import type { WatchedSeries } from "./signals";
import type { DistrictTrust, TrustFinding } from "./trust";

type Common = Readonly<{
  /** Kind and subject: the same matter has the same key on every day. */
  key: string;
  mark: "late" | "soon" | "nodata";
  /** Larger comes first within a kind. */
  gravity: number;
  /** Grows by whole steps when the matter gets worse. */
  level: number;
  /** First day of it, ISO. */
  since: string | null;
  villageId: string | null;
  facilityId: string | null;
  /** Who should act; null: nobody is named yet. */
  who: Office | null;
}>;

type Of<K extends Kind, Facts> = Common & Readonly<{ kind: K }> & Readonly<Facts>;

export type Entry =
  | Of<"late_action", { action: ReviewedAction; daysLate: number }>
  | Of<"no_answer", { instruction: ReviewedInstruction; days: number }>
  | Of<"contradiction", { contradiction: Contradiction }>
  | Of<"signal", { series: WatchedSeries }>
  | Of<"promise", { promise: ReviewedPromise; daysLate: number }>
  | Of<"trust", { finding: TrustFinding | null; district: DistrictTrust | null }>
  | Of<
      "report",
      {
        /** A health centre's months, or villages of the newest month that is due. */
        of: "centre" | "villages";
        /** Months without a report up to the newest that is due, oldest first. */
        months: readonly number[];
        due: string;
        /** The centre's newest report; null when it never reported in a year. */
        last: number | null;
        missing: number;
        expected: number;
      }
    >
  | Of<"dialogue", { agreed: string; held: string; daysLate: number }>
  | Of<"mentor_step", { late: number; ofMentees: number; daysLate: number }>
  | Of<"visit" | "visit_due", { dueDate: string; daysLate: number; daysLeft: number }>;
