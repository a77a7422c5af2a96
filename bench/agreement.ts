import { closeDatabase } from "@/db/client";
import { actorFor } from "@/lib/access/testing";
import { today } from "@/lib/clock";
import { disagreements, toldCounts } from "@/lib/counts/agreement";
import { openNation } from "./nation-database";

/** Every count that several pages, files and answers tell, over the whole nation: they must all say the same. */
export async function checkAgreement() {
  const { server, sql } = await openNation("nation");
  process.env.DATABASE_URL = server.appUrl;
  try {
    const provinceOf = async (provinceId: string) => {
      const districts = await sql<{ id: string }[]>`
        select id from places where level = 'district' and valid_to is null and province_id = ${provinceId}`;
      return actorFor({ role: "province", districtIds: districts.map(({ id }) => id) });
    };
    const ministry = actorFor({ role: "ministry", nation: true });
    const told = await toldCounts({ ministry, provinceOf }, today());
    const wrong = disagreements(told);
    if (wrong.length > 0) throw new Error(`Counts differ: ${JSON.stringify(wrong)}`);
    const reached = told.find(({ count, place }) => count === "villages_reached" && place === "nation");
    return {
      compared: told.length,
      counts: new Set(told.map((one) => one.count)).size,
      villages: reached?.value,
    };
  } finally {
    await closeDatabase();
    await sql.end();
    await server.stop();
  }
}
