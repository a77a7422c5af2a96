"use server";

import { formAction } from "@/lib/action";
import { RestoreVersion, restoreVersion } from "./commands";
import { EraseRecord, eraseOnRequest } from "./erase-commands";

export const restoreAction = formAction(RestoreVersion, "history.restore", restoreVersion);
export const eraseAction = formAction(EraseRecord, "record.erase", eraseOnRequest);
