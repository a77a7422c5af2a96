"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatBytes, formatList, formatNumber } from "@/lib/i18n/format";
import { type OutboxItem, unsentStates } from "@/lib/sync/rows";
import { BytesSent } from "./bytes-sent";
import { FieldRow } from "./field-row";
import { useKindCounts } from "./kind-names";
import { momentText } from "./moment-text";
import { useSyncState } from "./store-hooks";
import { useLive } from "./use-live";

/** Home's short list of what waits: records in one line, photos in another. */
export function OutboxSummary() {
  const t = useTranslations("field.outbox");
  const locale = useLocale();
  const items = useLive((db) => db.outbox.where("state").anyOf(unsentStates).toArray(), []);
  const { unsent, photos, photoBytes, photoBytesSent, sending } = useSyncState();
  if (!items || unsent === 0) return null;
  const state = sending ? t("sending") : t("waitingForSignal");
  return (
    <section>
      <h2>
        {t("title")} <span className="mut font-normal">({formatNumber(unsent, locale)})</span>
      </h2>
      <ul className="card list mt-2">
        {items.length > 0 && <RecordsRow items={items} />}
        {photos > 0 && (
          <li>
            <FieldRow
              to="/field/outbox"
              icon="camera"
              name={t("photos", {
                count: photos,
                n: formatNumber(photos, locale),
                size: formatBytes(photoBytes, locale),
              })}
              why={
                <>
                  {state}
                  <BytesSent sent={photoBytesSent} total={photoBytes} />
                </>
              }
            />
          </li>
        )}
      </ul>
    </section>
  );
}

function RecordsRow({ items }: { items: readonly OutboxItem[] }) {
  const t = useTranslations("status.item");
  const locale = useLocale();
  const counted = useKindCounts(items.map(({ type, subject }) => ({ type, subject })));
  const last = items
    .map(({ savedAt }) => savedAt)
    .sort()
    .at(-1) as string;
  return (
    <li>
      <FieldRow
        to="/field/outbox"
        icon="phone"
        name={formatList(counted, locale)}
        why={t("savedAt", { time: momentText(last, locale) })}
      />
    </li>
  );
}
