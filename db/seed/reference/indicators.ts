import type postgres from "postgres";
import { derivedId } from "../../../lib/changes/derived-id";
import { dataElements } from "./data-elements";
import { serviceIndicators } from "./service-indicators";

/** Nobody's account: what the programme began with. */
const founder = "00000000-0000-4000-8000-000000000002";

/**
 * What is counted and which indicators follow from it. As records with a merge state, so that administrators change
 * them through the change path; what is already there stays as they left it.
 */
export async function seedIndicators(tx: postgres.TransactionSql): Promise<void> {
  await seed(tx, "dataElement", dataElements);
  await seed(tx, "indicator", serviceIndicators);
}

type Described = Readonly<{ code: string; [column: string]: unknown }>;
const tables = { dataElement: "data_elements", indicator: "indicators" } as const;

async function seed(
  tx: postgres.TransactionSql,
  type: keyof typeof tables,
  list: readonly Described[],
): Promise<void> {
  const rows = await Promise.all(
    list.map(async (one, position) => ({
      ...one,
      id: await derivedId(type, one.code),
      position: position + 1,
      active: true,
      created_by: founder,
      updated_by: founder,
    })),
  );
  const subjects = rows.map(({ id }) => ({ id, type }));
  const asJson = (given: readonly object[]) => tx.json(given as unknown as postgres.JSONValue);
  await tx`
    insert into subjects (id, type) select * from jsonb_to_recordset(${asJson(subjects)}) as s(id uuid, type text)
    on conflict do nothing`;
  const columns = Object.keys(Object.assign({}, ...rows) as object);
  await tx`
    insert into ${tx(tables[type])} (${tx(columns)})
    select ${tx(columns)} from jsonb_populate_recordset(null::${tx(tables[type])}, ${asJson(rows)})
    on conflict do nothing`;
}
