/** The phone that sends a request names itself; its answer says when it was withdrawn. */
export const deviceHeader = "x-connect-device";
