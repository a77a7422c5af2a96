"use server";

import { formAction } from "@/lib/action";
import { discardQuarantined, releaseChange, withdrawDevice } from "./commands";
import { Discarding, OneDevice, OneQuarantined } from "./schema";

export const releaseChangeAction = formAction(OneQuarantined, "account.manage", releaseChange);
export const discardQuarantinedAction = formAction(Discarding, "account.manage", discardQuarantined);
export const withdrawDeviceAction = formAction(OneDevice, "device.supervise", withdrawDevice);
