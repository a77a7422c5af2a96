/** Readable by the capture screens: a user's id, or `nobody` after signing out. */
export const whoCookie = "connect.who";
