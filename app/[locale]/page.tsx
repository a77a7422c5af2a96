import { redirect } from "next/navigation";
import { firstScreen } from "@/lib/access/navigation";
import { requireActor } from "@/lib/access/session";

export default async function FirstPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  redirect(`/${locale}${firstScreen(await requireActor())}`);
}
