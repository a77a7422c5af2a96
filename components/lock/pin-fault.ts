"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { leastDigits, PinError, type PinFault } from "@/lib/sync/store-lock";

type Fault = PinFault | "different" | "failed";

/** What is wrong with a PIN, as a sentence; while one must wait, the seconds count down. */
export function usePinFault() {
  const t = useTranslations("phone.pin.fault");
  const locale = useLocale();
  const [fault, setFault] = useState<Fault | null>(null);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const tell = (problem: unknown) => {
    setFault(problem instanceof PinError ? problem.fault : problem === "different" ? "different" : "failed");
    setSeconds(problem instanceof PinError ? problem.seconds : 0);
  };
  const waited = fault === "wait" && seconds <= 0;
  const numbers = {
    min: formatNumber(leastDigits, locale),
    count: seconds,
    n: formatNumber(seconds, locale),
  };
  const error = fault && !waited ? t(fault, numbers) : undefined;
  return { error, seconds, tell, clear: () => setFault(null) };
}
