import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerShape, refusalShape } from "@/domains/exports/data/document";
import type { Endpoint } from "@/domains/exports/data/endpoint";
import { endpoints } from "@/domains/exports/data/endpoints";
import { exportScopes, type ExportScope } from "@/domains/exports/rules/scopes";
import { behind } from "../integration/http/web";
import { exportGet, issueToken } from "../support/export-api";
import { callerAs, newKey } from "../support/tenants";
import type { Place } from "./cases/case";
import { exportCases, type ExportCase } from "./cases/exports";
import { createWorld, fingerprint, type World } from "./world";

let world: World;
let here: string;
const narrow = new Map<ExportScope, string>();
let there: string;

beforeAll(async () => {
  world = await createWorld();
  for (const at of world.places) {
    const step = { township: at.township.code, idempotencyKey: newKey(), version: 1 };
    await callerAs("townshipStaff", at.county, at.township).suggestions.submit({
      ...step,
      id: at.records["suggestion"] ?? "",
    });
  }
  here = (await issueToken(world.home.county, "测试系统")).secret;
  there = (await issueToken(world.abroad.county, "外县系统")).secret;
  for (const scope of exportScopes) {
    const others = exportScopes.filter((other) => other !== scope);
    narrow.set(scope, (await issueToken(world.home.county, `除了${scope}`, others)).secret);
  }
}, 240_000);

// More is asked here than any system may ask in a quarter of an hour.
beforeEach(() => behind("DELETE FROM rate_limit WHERE bucket LIKE 'export:%'"));

function caseOf(name: string): ExportCase {
  const found = exportCases[name];
  if (found === undefined) throw new Error(`${name} has no case in tests/isolation/cases/exports.ts`);
  return found;
}

const ask = (one: Endpoint, asked: Record<string, string>, secret: string | null) =>
  exportGet(one.path.slice(1), asked, secret);

const inCounty = (at: Place) => world.places.filter((place) => place.county.id === at.county.id);

/** Canaries, codes and names of any place that is not of this county. */
const foreign = (text: string, at: Place): string[] =>
  world.places
    .filter((place) => place.county.id !== at.county.id)
    .flatMap(({ canary, township }) => [canary, township.code, township.name])
    .filter((word) => text.includes(word));

/** What an answer says, without the moment at which it was given. */
const told = ({ status, json }: { status: number; json: unknown }) => ({
  status,
  ...(json as object),
  asOf: null,
});

test("every address of the export API has a case, and no case is left over [S21]", () => {
  expect(Object.keys(exportCases).sort()).toEqual(endpoints.map(({ name }) => name).sort());
  expect([...new Set(endpoints.map(({ scope }) => scope))].sort()).toEqual([...exportScopes].sort());
  expect(new Set(endpoints.map(({ path }) => path)).size).toBe(endpoints.length);
});

describe.each(endpoints.map((one) => ({ ...one, one })))("$path", ({ name, scope, one }) => {
  const { names, holds } = caseOf(name);
  const asked = (at: Place) => caseOf(name).asked(at);

  test("a token reads its own county, nothing of another, in the declared shape [S2][S6][PIPL]", async () => {
    const before = await fingerprint(world);
    for (const all of [asked(world.home), ...(names === null ? [] : [without(asked(world.home), names)])]) {
      const answer = await ask(one, all, here);
      expect(answer.status, answer.text).toBe(200);
      const { rows } = answerShape(one).parse(answer.json);
      expect(rows.length).toBeGreaterThan(0);
      expect(foreign(answer.text, world.home)).toEqual([]);
      expect(answer.text).toContain(holds(world.home));
      // A township of the county alone is named where it was asked for.
      if (names !== null && names in all)
        expect(
          inCounty(world.home).filter((at) => at !== world.home && answer.text.includes(at.canary)),
        ).toEqual([]);
    }
    expect(await fingerprint(world)).not.toBe(before);
  });

  test("another county's token reads nothing of this one [S2][S6]", async () => {
    const answer = await ask(one, asked(world.abroad), there);
    expect(answer.status).toBe(200);
    expect(foreign(answer.text, world.abroad)).toEqual([]);
  });

  if (names !== null)
    test("a foreign township and one that nobody has get the same refusal [S1][S3]", async () => {
      const unknown = await ask(one, { ...asked(world.home), [names]: "000000000" }, here);
      const abroad = await ask(one, { ...asked(world.home), [names]: world.abroad.township.code }, here);
      expect(unknown.status).toBe(404);
      const words = (text: string) => text.replaceAll(/\d{9}/g, "");
      expect(words(abroad.text)).toBe(words(unknown.text));
    });

  test("is refused without a token, with a session's cookie, and with one for anything else [S4][S23]", async () => {
    expect((await ask(one, asked(world.home), null)).status).toBe(401);
    const byCookie = await exportGet(one.path.slice(1), asked(world.home), null, {
      cookie: `renda.session=${here}`,
    });
    expect(byCookie.status).toBe(401);
    const refused = await ask(one, asked(world.home), narrow.get(scope) ?? null);
    expect(refused.status).toBe(403);
    expect(refusalShape.parse(refused.json).message).toContain("令牌不能读");
  });

  test("an unknown parameter, such as a tenant id, is refused [S8][S44]", async () => {
    for (const key of ["countyId", "townshipId", "county", "__proto__"]) {
      const answer = await ask(one, { ...asked(world.home), [key]: world.abroad.county.id }, here);
      expect(answer.status, key).toBe(400);
      refusalShape.parse(answer.json);
    }
  });

  test("a mark from another county's page opens nothing of it [S9]", async () => {
    if (!("limit" in one.query.shape)) {
      expect(one.query.shape).not.toHaveProperty("after");
      return;
    }
    const page = await ask(one, { ...without(asked(world.abroad), names), limit: "1" }, there);
    const { next } = answerShape(one).parse(page.json);
    expect(next).not.toBeNull();
    const answer = await ask(one, { ...without(asked(world.home), names), after: next ?? "" }, here);
    expect(answer.status).toBe(200);
    expect(foreign(answer.text, world.home)).toEqual([]);
  });

  test("no telephone, no deputy's name and no inner column is in an answer [PIPL]", async () => {
    const people = await behind<{ name: string; phone: string | null }>(
      "SELECT name, phone FROM deputy WHERE county_id = $1",
      [world.home.county.id],
    );
    const { text } = await ask(one, without(asked(world.home), names), here);
    const secrets = people.flatMap(({ name: deputy, phone }) => [deputy, ...(phone === null ? [] : [phone])]);
    // A place's canary is in all its texts, its deputies' names too.
    const own = secrets.filter((word) => !inCounty(world.home).some(({ canary }) => word.includes(canary)));
    expect(own.filter((word) => text.includes(word))).toEqual([]);
    expect(text).not.toMatch(/countyId|county_id|townshipId|enteredBy|editedBy|voidedBy|hash/i);
  });

  test("whatever is written into its parameters is an answer or a sentence, never a fault [S48][S51]", async () => {
    const strange = [
      "",
      " ",
      "'",
      "1;DROP TABLE suggestion",
      "\u0000",
      "９９９",
      "-1",
      "1e9",
      "NaN",
      "null",
      "[]",
    ];
    const more = [
      "{}",
      "%00",
      "../..",
      "a".repeat(5_000),
      "é\ud800",
      "2026-13-45",
      "2026,2026",
      "2026-01-01T99:00:00Z",
    ];
    // Endpoints that share their parameters share what is made of them.
    const [asks] = endpoints.filter(({ query }) => query === one.query);
    expect(asks?.query).toBe(one.query);
    if (asks?.name !== name) return;
    for (const key of Object.keys(one.query.shape))
      for (const value of [...strange, ...more]) {
        const answer = await ask(one, { ...asked(world.home), [key]: value }, here);
        expect(
          [200, 400, 404],
          `${key}=${value.slice(0, 40)} → ${answer.status} ${answer.text.slice(0, 200)}`,
        ).toContain(answer.status);
        if (answer.status !== 200) expect(refusalShape.parse(answer.json).message).toMatch(/[\u4e00-\u9fff]/);
      }
  });

  test("the same county asked twice says the same, and the mark of it saves the second time [S66]", async () => {
    const first = await ask(one, asked(world.home), here);
    const again = await ask(one, asked(world.home), here);
    expect(told(again)).toEqual(told(first));
    const same = await exportGet(one.path.slice(1), asked(world.home), here, {
      "if-none-match": first.headers.get("etag") ?? "",
    });
    expect([same.status, same.text]).toEqual([304, ""]);
  });
});

function without(asked: Record<string, string>, name: string | null): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).filter(([key]) => key !== name));
}
