import type { Sql } from "postgres";
import { identityOf } from "@/lib/changes/identity";
import { newChange } from "@/lib/changes/new-change";
import type { Change } from "@/lib/changes/schema";
import { now, today } from "@/lib/clock";
import { newestSettled, yearUntil } from "@/lib/published/quarters";
import { tableNames } from "@/lib/published/schema";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { nationActor } from "./people";

// What the programme's own source documents report, entered through the ordinary write path and marked with its source.
const who2023 = "WHO Results Report 2022–2023, Lao PDR country story";
const sdh = "WHO Social Determinants of Health, Lao PDR page";
const update2024 = "WHO Western Pacific, CONNECT Update, August 2024";
const madeAt = new Date("2024-08-31T00:00:00Z");

export function publishedChanges(dice: SeededNumbers): Change[] {
  const changes: Change[] = [];
  const add = (type: "reachFigure" | "institution" | "agreement", fields: object): string => {
    const subject = dice.uuid();
    changes.push({
      ...newChange({ type, subject, place: null, fields: fields as never, madeAt }),
      id: dice.uuid(),
    });
    return subject;
  };

  add("reachFigure", {
    date: "2023-12-31",
    dateWording: "end 2023",
    villages: 185,
    provinces: 9,
    wording: "185 communities across nine of 17 provinces",
    source: who2023,
  });
  add("reachFigure", {
    date: "2024-03-31",
    dateWording: "by March 2024",
    villages: 217,
    districts: 60,
    provinces: 10,
    wording: "217 villages across 60 districts in 10 provinces and the country's capital, Vientiane",
    source: sdh,
  });
  add("reachFigure", {
    date: "2024-07-31",
    dateWording: "July 2024",
    villages: 230,
    provinces: 10,
    wording: "more than 230 villages in 10 provinces including the capital",
    source: update2024,
  });

  const institution = (nameLo: string, nameEn: string, kind: string, rest: object = {}) =>
    add("institution", { nameLo, nameEn, kind, source: who2023, ...rest });
  const successor = institution("ອົງການທີ່ຮັບຊ່ວງຕໍ່", "Governance bodies after Home Affairs", "government", {
    from: "2025-03-01",
    source: "Vientiane Times, March 2025",
    note: "Personnel to the Party's Organisation Committee; governance, mapping and religion to the Prime Minister's Office and others.",
  });
  const health = institution("ກະຊວງສາທາລະນະສຸກ", "Ministry of Health", "ministry");
  const home = institution("ກະຊວງພາຍໃນ", "Ministry of Home Affairs", "ministry", {
    to: "2025-03-01",
    successorId: successor,
  });
  institution("ອົງການອະນາໄມໂລກ", "World Health Organization", "partner");
  for (const [lo, en] of funders) institution(lo, en, "funder");
  add("agreement", {
    kind: "memorandum",
    title: "Memorandum of understanding between the Ministers of Home Affairs and of Health",
    parties: [home, health],
    scope:
      "Local health governance under the Sam Sang (Three Builds) policy; a nationwide implementation plan announced.",
    source: who2023,
  });
  return changes;
}

const funders = [
  ["USAID", "United States Agency for International Development (USAID)"],
  ["ສະຫະພາບເອີຣົບ (EU)", "European Union (EU)"],
  ["ລຸກຊຳບວກ", "Luxembourg"],
  ["KOFIH", "Korea Foundation for International Healthcare (KOFIH)"],
  ["ລັດຖະບານອົດສະຕຣາລີ", "Australian Government"],
] as const;

/** Ban Bor as far as the source document tells: a workshop was held; no date, map, plan or figures are published. */
export function banBorChanges(village: string, dice: SeededNumbers): Change[] {
  const note = [
    "Known from the source: a CONNECT workshop was held in Ban Bor, Bolikhamsai Province; village authorities and ethnic leaders",
    "took part; the health centre's director reports that monthly use of the health centre almost doubled and that home births",
    'and child deaths fell. The date is not published: 31 December 2023 stands for "by the end of 2023".',
    "The village was matched by name within the province and needs confirming.",
  ].join(" ");
  const workshop = newChange({
    type: "workshop",
    subject: dice.uuid(),
    place: village,
    madeAt,
    fields: {
      module: "custom",
      level: "village",
      status: "done",
      startDate: "2023-12-31",
      note,
      source: who2023,
    },
  });
  return [{ ...workshop, id: dice.uuid() }];
}

/** A year of published tables, as the ministry would have published them quarter by quarter. */
export async function publishTables(sql: Sql, dice: SeededNumbers): Promise<void> {
  const ministry = await nationActor(sql, "ministry");
  const quarters = yearUntil(newestSettled(today()));
  const changes = await Promise.all(
    quarters.flatMap((quarter) =>
      tableNames.map(async (table) => {
        const fields = { table, quarter, version: 1 };
        const subject = await identityOf("publication", fields);
        return {
          ...newChange({ type: "publication", subject, place: null, fields, madeAt: now() }),
          id: dice.uuid(),
        };
      }),
    ),
  );
  await applyAll(ministry, changes);
}
