import { describe, expect, inject, test } from "vitest";
import { withCountyScope } from "@/server/db/scope";
import { withClient } from "../../../scripts/lib/roles";
import { createCounty } from "../../support/tenants";

describe("a result once it is decided", () => {
  test("is changed by nobody, the tables' owner included [R85]", async () => {
    const county = await createCounty(["甲镇"]);
    const tables = ["assessment_result", "assessment_publication"];
    for (const table of tables)
      for (const statement of [
        `UPDATE ${table} SET year = year`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        await withClient(inject("adminUrl"), async (client) => {
          await expect(client.query(statement), statement).rejects.toThrow("is frozen");
        });
    const actor = { accountId: county.id, name: "", role: "countyStaff", ip: null, requestId: null };
    await expect(
      withCountyScope(county.id, { actor, readOnly: false }, ({ tx }) =>
        tx.assessmentResult.updateMany({
          where: { countyId: county.id },
          data: { hash: "0".repeat(64) },
        }),
      ),
    ).rejects.toThrow();
  });
});
