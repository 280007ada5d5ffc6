import type { Client } from "pg";
import { type BenchCounty, loadDataset } from "../bench/dataset";

/** The standard data set, loaded once for all that is measured on it. */
export async function measuredCounty(admin: Client): Promise<BenchCounty> {
  const { rows } = await admin.query<BenchCounty>(
    `SELECT c.id, c.code, c.name, (SELECT json_agg(json_build_object('id', t.id, 'code', t.code, 'name', t.name) ORDER BY t.code)
       FROM township t WHERE t.county_id = c.id) AS townships
     FROM county c WHERE c.name = '基准县'`,
  );
  return rows[0] ?? loadDataset(admin, "60k");
}
