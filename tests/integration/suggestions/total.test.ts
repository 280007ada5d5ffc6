import { beforeAll, expect, it } from "vitest";
import { type Desk, openDesk, seen } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty } from "../../support/tenants";

let county: TestCounty;
let desk: Desk;
const today = "2026-11-20";

beforeAll(async () => {
  county = await createCounty(["衢山镇", "长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
});

const entered = (occurredOn = "2026-11-02") =>
  desk.on(today).suggestions.create({
    ...desk.at,
    kind: "suggestion",
    title: "关于路灯的建议",
    content: "内容",
    category: "construction",
    origin: "intersession",
    leadDeputyId: desk.mover,
    cosignerIds: [],
    submit: true,
    idempotencyKey: newKey(),
    occurredOn,
  });

/** What the township and its county are told, of all and of one state, each twice: the second time it is known already. */
async function totals(): Promise<number[]> {
  const found: number[] = [];
  const filters = [{}, { state: "submitted" as const }, {}, { state: "submitted" as const }, { page: 2 }];
  for (const filter of filters) {
    const own = await desk.on(today).suggestions.list({ ...desk.at, ...filter });
    const county = await countyCaller().suggestions.list({ ...desk.at, ...filter });
    expect(county.total).toBe(own.total);
    found.push(own.total);
  }
  return found;
}
const countyCaller = () => callerAs("countyStaff", county);

it("the number of all rows is right after every change, whoever asks and however often [R68]", async () => {
  expect(await totals()).toEqual([0, 0, 0, 0, 0]);
  const made = await entered();
  await entered();
  expect(await totals()).toEqual([2, 2, 2, 2, 2]);
  const checked = { lawOk: true, contentOk: true, formOk: true, occurredOn: "2026-11-03" };
  await desk.on(today).suggestions.pass({ ...(await seen(desk, made.id, today)), ...checked });
  expect(await totals()).toEqual([2, 1, 2, 1, 2]);
  const { occurredOn: _, ...at } = await seen(desk, made.id, today);
  await desk.on(today).suggestions.void({ ...at, reason: "重复登记" });
  expect(await totals()).toEqual([1, 1, 1, 1, 1]);
});

it("the years of the filter are right after every change [R68]", async () => {
  const years = async () => {
    const own = await desk.on(today).suggestions.list(desk.at);
    const again = await desk.on(today).suggestions.list({ ...desk.at, state: "submitted" });
    expect(again.years).toEqual(own.years);
    return own.years;
  };
  expect(await years()).toEqual([2026]);
  const { id } = await entered("2025-11-03");
  expect(await years()).toEqual([2026, 2025]);
  const { occurredOn: _, ...at } = await seen(desk, id, today);
  await desk.on(today).suggestions.void({ ...at, reason: "重复登记" });
  const after = await years();
  expect(await years()).toEqual(after);
  await entered("2024-11-03");
  expect(await years()).toEqual([...after, 2024]);
});
