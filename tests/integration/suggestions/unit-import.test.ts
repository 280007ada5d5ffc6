import { beforeAll, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

const units = () => callerAs("townshipStaff", county, home).units;
/** The kit adds this procedure to kinds whose fields have headers, which the router's type does not tell. */
type Imports = { importRows: (input: object) => Promise<{ created: number }> };
const put = (...rows: Record<string, string>[]) =>
  (units() as unknown as Imports).importRows({
    ...{ township: home.code, idempotencyKey: newKey() },
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  });

it("handling units come from offices' own tables in their own words; a name that is there already is named by its row", async () => {
  await put(
    { name: "镇城建办", kind: "内设机构", phone: "0580-4470000" },
    { name: "自然资源所", kind: "派驻站所", superior: "县自然资源局" },
    { name: "青山村", kind: "行政村" },
  );
  const { rows } = await units().list({ township: home.code });
  expect(rows.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
    ...["自然资源所 department", "镇城建办 government", "青山村 village"],
  ]);
  const again = put(
    { name: "镇城建办", kind: "政府办所", occurredOn: "2025-01-01" },
    { name: "河山村", kind: "村", occurredOn: "2025-01-01" },
    { name: "河山村", kind: "村", occurredOn: "2025-02-01" },
  );
  const refused = await again.catch((error: unknown) => JSON.stringify(error));
  expect(refused).toContain("已有名为「镇城建办」的承办单位");
  expect(refused).toContain("已有名为「河山村」的承办单位");
  expect((await units().list({ township: home.code })).total).toBe(3);
});
