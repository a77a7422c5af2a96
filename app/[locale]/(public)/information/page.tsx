import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LeafletView } from "@/components/leaflets/leaflet-view";
import { today } from "@/lib/clock";
import { leafletTopics } from "@/lib/leaflets/topics";

type Props = { searchParams: Promise<{ topic?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leaflets"))("title") };
}

/** Open to everybody: what villages may know of their entitlements, to read, print and send on. */
export default async function InformationPage({ searchParams }: Props) {
  const { topic } = await searchParams;
  return (
    <LeafletView topic={leafletTopics.find((one) => one === topic) ?? leafletTopics[0]} today={today()} />
  );
}
