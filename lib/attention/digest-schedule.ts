import "server-only";
import { createTransport } from "nodemailer";
import { log } from "@/lib/log";
import { sendDigests } from "./digest-worker";

type Post = Readonly<{ server: string; from: string; address: string | null }>;

const everyMinutes = 15;

/** Looks now and then whether somebody's week is due. Several servers may: the table of what was taken decides. */
export function startDigests(post: Post): void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const sent = await sendThrough(post);
      if (sent > 0) log.info({ sent }, "weekly messages sent");
    } catch (error) {
      log.error({ err: error }, "a weekly message could not be sent");
    } finally {
      busy = false;
    }
  };
  setInterval(look, everyMinutes * 60_000).unref();
  void look();
}

async function sendThrough({ server, from, address }: Post): Promise<number> {
  const transport = createTransport(server);
  try {
    return await sendDigests((mail) => transport.sendMail({ from, ...mail }), address);
  } finally {
    transport.close();
  }
}
