"use server";

import { formAction } from "@/lib/action";
import { PublishPlan, publishPlan, RevokeShare, revokeShare } from "./commands";

export const publishAction = formAction(PublishPlan, "share.publish", publishPlan);
export const revokeShareAction = formAction(RevokeShare, "share.publish", revokeShare);
