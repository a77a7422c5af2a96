import type { ShownStatus } from "@/lib/plans/rules";
import type { Status } from "../ui/status-mark";

export const shownMark: Readonly<Record<ShownStatus, Status>> = {
  done: "done",
  in_progress: "doing",
  soon: "soon",
  not_started: "todo",
  blocked: "blocked",
  late: "late",
  dropped: "dropped",
};
