import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkAuditChains } from "@/server/audit/verify";
import { withClient } from "../lib/roles";
import type { ChaosWorld } from "./world";

/** What holds after every case, whatever was done to the server. */
export type Held = {
  acknowledged: number;
  rows: number;
  lost: number;
  audited: number;
  chains: string;
  halfFiles: string[];
};

/** Names that only a write under way has, and files that are never empty once they are there. */
function halfWritten(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\/postgres\/data(\/|$)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.(new|part|old)$/.test(path) || (statSync(path).size === 0 && !path.endsWith(".log")))
    .filter((path) => !path.includes("/ballast"));
}

export async function invariants(world: ChaosWorld, acknowledged: string[]): Promise<Held> {
  const counted = await withClient(world.adminUrl(), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT name FROM handling_unit WHERE name LIKE 'chaos-%'",
    );
    const audits = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_event
       WHERE record_id IN (SELECT id FROM handling_unit WHERE name LIKE 'chaos-%')`,
    );
    return { names: new Set(rows.map(({ name }) => name)), audited: audits.rows[0]?.count ?? 0 };
  });
  const chains = await withClient(world.appUrl(), checkAuditChains);
  return {
    acknowledged: acknowledged.length,
    rows: counted.names.size,
    lost: acknowledged.filter((name) => !counted.names.has(name)).length,
    audited: counted.audited,
    chains: chains.every(({ brokenAt }) => brokenAt === null) ? "valid" : "broken",
    halfFiles: halfWritten(world.dataDir),
  };
}

/** Throws with what does not hold. */
export function assertHeld(held: Held): void {
  const wrong = [
    held.lost > 0 && `${held.lost} acknowledged writes are lost`,
    held.audited !== held.rows && `${held.rows} changes, ${held.audited} audit entries`,
    held.chains !== "valid" && "an audit chain does not hold",
    held.halfFiles.length > 0 && `half-written: ${held.halfFiles.join(", ")}`,
  ].filter((one) => typeof one === "string");
  if (wrong.length > 0) throw new Error(wrong.join("; "));
}
