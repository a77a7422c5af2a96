"use server";

import { formAction } from "@/lib/action";
import { makeVersion } from "./instrument-commands";
import { NewVersion } from "./new-version";

export const makeVersionAction = formAction(NewVersion, "instrument.manage", makeVersion);
