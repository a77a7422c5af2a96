"use client";

import { useEffect, useState } from "react";
import { whoCookie } from "@/lib/access/who-cookie";
import { deleteKeptPages } from "@/lib/offline/kept-cache";
import { openStore, usersOnThisPhone } from "@/lib/sync/local-store";
import { troubleOf } from "@/lib/sync/storage-trouble";
import { askBootstrap, TransportError } from "@/lib/sync/transport";

/** `nobody`: signed out and nothing to show. `first`: no network, and nobody has used this phone yet. */
/** `nowhere`: this browser keeps nothing. */
export type FieldSession = "opening" | "ready" | "nobody" | "first" | "nowhere";

const lastUser = "connect-user";

/** Who signed in last in this browser, `nobody` after signing out; null when that is not known any more. */
const signedInLast = () =>
  document.cookie
    .split("; ")
    .find((pair) => pair.startsWith(`${whoCookie}=`))
    ?.slice(whoCookie.length + 1) ?? null;

async function openLast(): Promise<boolean> {
  const user = signedInLast() ?? localStorage.getItem(lastUser);
  if (!user || !(await usersOnThisPhone()).includes(user)) return false;
  await openStore(user);
  return true;
}

/** After signing out: the next visit asks who it is, even with no network. */
export function forgetUser(): Promise<void> {
  localStorage.removeItem(lastUser);
  return deleteKeptPages();
}

async function openSigned(): Promise<void> {
  const known = await askBootstrap(null);
  await deleteKeptPages({ except: known.me.userId });
  localStorage.setItem(lastUser, known.me.userId);
  await openStore(known.me.userId, known);
}

/** Opens the store of whoever used this phone last, at once, then asks the server who is signed in now. */
export function useFieldSession(): FieldSession {
  const [session, setSession] = useState<FieldSession>("opening");
  useEffect(() => {
    const open = async () => {
      const opened = await openLast().catch(() => false);
      if (opened) setSession("ready");
      try {
        await openSigned();
        setSession("ready");
      } catch (error) {
        const kind = error instanceof TransportError ? error.kind : "later";
        const signedOut = kind === "signed_out";
        if (kind !== "offline" && kind !== "later") await deleteKeptPages();
        if (opened) return;
        if (troubleOf(error)) return setSession("nowhere");
        setSession(signedOut ? "nobody" : "first");
      }
    };
    void open();
  }, []);
  return session;
}
