import { expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { withTownshipScope } from "@/server/db/scope";
import { suggestionSorts } from "@/domains/suggestions/schema";
import { openDesk } from "../../support/suggestions";
import { createCounty, type TestTownship } from "../../support/tenants";

const actor = { accountId: "", name: "测试", role: "townshipStaff", ip: null, requestId: null };

it("keeps no plan for each of the register's filters and orders, which are too many for the server's memory", async () => {
  const county = await createCounty(["高亭镇"]);
  const [home] = county.townships as [TestTownship];
  const desk = await openDesk(county, home);
  // All connections but one are taken: what that one keeps is what each would.
  const taken = await Promise.all(Array.from({ length: 9 }, () => pool().connect()));
  try {
    const filters = suggestionSorts.flatMap((sort) =>
      (["asc", "desc"] as const).flatMap((direction) =>
        [{}, { overdue: true }, { voided: true }, { unitId: desk.lead }].flatMap((filter) => [
          { sort, direction, ...filter },
          { sort, direction, ...filter, category: "construction" as const },
        ]),
      ),
    );
    for (const filter of filters) await desk.on("2026-03-01").suggestions.list({ ...desk.at, ...filter });
    const tenant = { as: "township" as const, countyId: county.id, townshipId: home.id };
    const kept = await withTownshipScope(
      tenant,
      { actor, readOnly: true },
      ({ tx }) =>
        tx.$queryRaw<
          { name: string }[]
        >`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%FROM suggestion s%'`,
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(10);
  } finally {
    for (const connection of taken) connection.release();
  }
});
