"use server";

import { formAction } from "@/lib/action";
import { recordCategory } from "./vocabulary-commands";
import { CategoryEntry } from "./vocabulary-schema";

export const recordCategoryAction = formAction(CategoryEntry, "vocabulary.manage", recordCategory);
