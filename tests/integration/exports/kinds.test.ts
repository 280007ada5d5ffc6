import { beforeAll, describe, expect, it } from "vitest";
import { answerShape } from "@/domains/exports/data/document";
import { suggestionsEndpoint } from "@/domains/exports/data/records";
import { exportedKinds } from "@/domains/exports/rules/scopes";
import { handedOnOf } from "@/lib/records/handed-on";
import { columnOf } from "@/lib/records/kind";
import { exportGet, issueToken } from "../../support/export-api";
import { openDesk, seen } from "../../support/suggestions";
import { createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { behind } from "../http/web";

let county: TestCounty;
let home: TestTownship;
let desk: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
  [home] = county.townships as [TestTownship];
  desk = await openDesk(county, home);
}, 120_000);

describe("what has left the ledger", () => {
  it("is told to whoever read it before, and no word of what becomes of it meanwhile", async () => {
    const { secret } = await issueToken(county, "退回的");
    const { id } = await desk.enter("2026-03-14", "要退回的一件");
    const read = async (asked: Record<string, string> = {}) => {
      const { json } = await exportGet("suggestions", asked, secret);
      const page = answerShape(suggestionsEndpoint).parse(json);
      return { ...page, row: page.rows.find((one) => one["id"] === id) };
    };
    const before = await read();
    expect(before.row).toMatchObject({ voided: false, title: "要退回的一件" });
    const checks = { lawOk: true, contentOk: false, formOk: true };
    const step = await seen(desk, id, "2026-03-15");
    await desk.on("2026-03-15").suggestions.return({ ...step, ...checks, reason: "请写明地点" });
    // Asked for what changed since, the other system learns that it is gone.
    const { row } = await read({ updatedSince: before.asOf });
    expect(row).toMatchObject({ voided: true, state: "returned", title: "" });
  });
});

describe("every kind of record that is said once", () => {
  it("has an address for tokens with its group's scope, and petitions have none [PIPL]", async () => {
    const { secret } = await issueToken(county, "单位", ["records:suggestions"]);
    const { status, json } = await exportGet("records/units", { township: home.code }, secret);
    expect(status).toBe(200);
    const [unit] = (json as { rows: Record<string, unknown>[] }).rows;
    expect(unit).toMatchObject({ voided: false, township: home.code, kind: "government" });
    expect(unit).not.toHaveProperty("phone");
    expect((await exportGet("records/trainings", {}, secret)).status).toBe(403);
    for (const path of ["records/petitions", "records/projects", "records", "records/units/1"])
      expect((await exportGet(path, {}, secret)).status, path).toBe(404);
    const csv = await exportGet("records/units", { format: "csv" }, secret);
    expect(csv.headers.get("content-disposition")).toContain('filename="records-units.csv"');
  });

  it("promises nothing that its table may leave empty", async () => {
    const columns = await behind<{ at: string }>(
      `SELECT table_name || '.' || column_name AS at FROM information_schema.columns
       WHERE table_schema = 'public' AND is_nullable = 'NO'`,
    );
    const kept = new Set(columns.map(({ at }) => at));
    const promised = exportedKinds.flatMap(({ kind }) =>
      handedOnOf(kind)
        .filter(({ field, told }) => told === "fact" && field.required)
        .map(({ of }) => `${kind.table}.${columnOf(of)}`),
    );
    expect(promised.filter((one) => !kept.has(one))).toEqual([]);
  });

  it("hands on no name, no telephone, no running text and nothing that may tell of a person [PIPL]", () => {
    const inside = ["name", "note", "phone", "person"];
    for (const { kind } of exportedKinds) {
      const told = handedOnOf(kind);
      expect(told.filter(({ field }) => inside.includes(field.kind) || field.inside === true)).toEqual([]);
      // Of people no more than how many they were.
      expect(told.filter(({ field, told: as }) => field.kind === "people" && as !== "number")).toEqual([]);
    }
  });
});
