/** The row of all districts together, which is no place of the tree. */
export const NATION = "00000000-0000-0000-0000-000000000000";
