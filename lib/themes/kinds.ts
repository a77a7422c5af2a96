import type { RecordType } from "@/lib/changes/registry";

/** What the frame is put on; a visit only once it was held. */
export const codedKinds = ["problem", "dialogue", "visit"] as const satisfies readonly RecordType[];
export type CodedKind = (typeof codedKinds)[number];
