import { SearchView } from "@/components/villages/search-view";
import { requireActor } from "@/lib/access/session";
import { searchPlaces } from "@/lib/places/search-queries";
import { searchTexts } from "@/lib/villages/text-queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

const most = 20;

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q } = await searchParams;
  const text = (typeof q === "string" ? q : "").trim().slice(0, 100);
  const places = text ? await searchPlaces(actor, text, { limit: most / 2 }) : [];
  const texts = text ? await searchTexts(actor, text, most - places.length) : [];
  return (
    <Frame actor={actor}>
      <SearchView text={text} places={places} texts={texts} />
    </Frame>
  );
}
