import "server-only";
import { connectApart } from "@/server/db/connection";
import { roleProblems } from "@/server/db/role-check";
import { sweepOrphans } from "@/server/files/sweep";
import { type CountyWork, keepHouse } from "@/server/housekeeping";

/**
 * The guarantees of tenancy rest on the role, so a server with another one does not serve at all.
 * @param forCounty what is done of each county every hour
 */
export async function startUp(forCounty: CountyWork): Promise<void> {
  const connectionString = process.env["DATABASE_URL"];
  if (!connectionString) return;
  const client = await connectApart(connectionString);
  const problems = await roleProblems(client).finally(() => client.end());
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\n`);
    process.exit(1);
  }
  await sweepOrphans();
  keepHouse(connectionString, forCounty);
}
