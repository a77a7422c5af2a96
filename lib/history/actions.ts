"use server";

import { formAction } from "@/lib/action";
import { RestoreVersion, restoreVersion } from "./commands";

export const restoreAction = formAction(RestoreVersion, "history.restore", restoreVersion);
