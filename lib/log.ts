import pino from "pino";
import { env } from "./env";

/** JSON lines on standard output. Never log a request body, a cookie or a name: pass ids and the error. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { app: "connect" },
  redact: {
    paths: ["*.password", "*.cookie", "*.authorization", "headers.cookie", "headers.authorization"],
    remove: true,
  },
});
