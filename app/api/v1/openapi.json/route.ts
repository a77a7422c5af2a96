import { openApi } from "@/lib/api/openapi";

export const dynamic = "force-static";

/** How phones and other systems exchange with this server, for whoever writes another client. */
export const GET = () => Response.json(openApi());
