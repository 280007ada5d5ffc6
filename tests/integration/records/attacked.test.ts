import { beforeAll, describe, expect, it } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { addDays, dayOf } from "@/lib/dates";
import type { Field } from "@/lib/records/fields";
import { importColumns, isImported } from "@/lib/records/importing";
import type { AnyKind } from "@/lib/records/kind";
import { laterFields, stepsOf } from "@/lib/records/steps";
import { seed as appraisalSeed } from "../../isolation/cases/appraisals";
import { change, type Place } from "../../isolation/cases/case";
import { seed as deputySeed } from "../../isolation/cases/deputies";
import { seed as presidiumSeed } from "../../isolation/cases/presidium";
import { seed as projectSeed } from "../../isolation/cases/projects";
import { seed as recordSeed } from "../../isolation/cases/records";
import { seed as sessionSeed } from "../../isolation/cases/sessions";
import { seed as supervisionSeed } from "../../isolation/cases/supervision";
import { type Answer, call } from "../../support/call";
import { apartIn } from "../../support/made-apart";
import { factsFor } from "../../support/records";
import { callerAs, createCounty } from "../../support/tenants";

/** Every kind there is, also one that is added tomorrow: what is here is said of all of them by their definitions. */
const kinds = recordKinds as readonly AnyKind[];
const named = (kind: AnyKind) =>
  Object.entries(kind.fields).filter(([, { kind: of }]) => of === "person" || of === "people");

/** Kinds that name deputies without saying that they were there, each with why. */
const notThere: Readonly<Record<string, string>> = {
  dutyDispute: "whoever was away, or has left, may still dispute what is written of them",
  honour: "an honour is given to who is away, too",
  post: "a post is held, not attended",
  presidiumMember: "a place in the presidium is held; its meetings have a roll",
  station: "a roster says whose turn it will be",
  voterOpinion: "a voter may tell a deputy who is away",
};

/** What was decided stands: it is corrected, and never struck out. */
const stands: Readonly<Record<string, RegExp>> = { annualPlan: /批准不能作废/ };

let place: Place;
let away: string;
let newcomer: string;
const people = { away: "单外出", newcomer: "尉迟新" };
const tomorrow = addDays(dayOf(new Date()), 1);
/** One person all along: what was sent twice is known by who sent it. */
let clerk: ReturnType<typeof callerAs>;
const caller = () => clerk;
const ask = (kind: AnyKind, act: string, input: Record<string, unknown>) =>
  call(caller(), `${kind.router}.${act}`, change(place, input));

const seat = async (name: string, startsOn: string) => {
  const mandates = [{ level: "township", termName: "第十九届", constituency: null, startsOn }] as const;
  return (await caller().deputies.create(change(place, { name, mandates }) as never)).id;
};

const apart = apartIn(caller, () => place);
let count = 0;
/** Facts of a record that stands beside all others: words, a year and a day of its own. */
async function fresh(kind: AnyKind): Promise<Record<string, unknown>> {
  const made = await apart.facts(kind);
  if (made !== null) return made;
  count += 1;
  const mayBeNone = Object.entries(kind.fields).filter(
    ([, field]) => !field.required && ["day", "record", "person"].includes(field.kind),
  );
  return {
    ...factsFor(kind, place.records, `第${count}件`),
    ...("year" in kind.fields ? { year: 1950 + (count % 150) } : {}),
    ...("occurredOn" in kind.fields ? { occurredOn: addDays("2026-03-10", count % 80) } : {}),
    ...Object.fromEntries(mayBeNone.map(([key]) => [key, null])),
  };
}

/** Refused in Chinese, and by a rule or a schema: neither a fault nor a closed door. */
function expectRefused(answer: Answer, what: string, says = /[\u4e00-\u9fff]/) {
  if (answer.ok) expect.fail(`${what} was taken`);
  expect(["BAD_REQUEST", "PRECONDITION_FAILED", "CONFLICT"], `${what}: ${answer.message}`).toContain(
    answer.code,
  );
  expect(answer.message, what).toMatch(says);
}

const total = async (kind: AnyKind): Promise<unknown> => {
  const answer = await call(caller(), `${kind.router}.list`, { township: place.township.code });
  return answer.ok ? (answer.value as { total: number }).total : answer;
};

const row = (kind: AnyKind, cells: Record<string, unknown>) => ({
  rows: [
    {
      line: 2,
      cells: Object.fromEntries(
        importColumns(kind).map(({ key, example }) => [key, cells[key] ?? example.replace("示例：", "")]),
      ),
    },
  ],
});

beforeAll(async () => {
  const county = await createCounty(["甲镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  const records: Record<string, string> = {};
  place = { county, township, canary: "考验", records };
  clerk = callerAs("townshipChair", county, township);
  const seeds = [deputySeed, sessionSeed, presidiumSeed, supervisionSeed, projectSeed, appraisalSeed];
  for (const seed of [...seeds, recordSeed]) Object.assign(records, await seed(place));
  const open = { name: "一直开着的站", kind: "liaisonStation", startsOn: "2022-01-10" };
  records["station"] = (await caller().stations.create(change(place, open) as never)).id;
  newcomer = await seat(people.newcomer, "2026-11-20");
  away = await seat(people.away, "2022-01-10");
  for (const year of [2023, 2024, 2025, 2026]) {
    const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    await caller().deputies.addLeave(change(place, { deputyId: away, ...days, reason: null }) as never);
  }
});

it("every kind that names deputies says whether they were there, or why not", () => {
  const silent = kinds.filter((kind) => named(kind).length > 0 && kind.duty?.there === undefined);
  expect(silent.map(({ type }) => type).sort()).toEqual(Object.keys(notThere).sort());
});

const thereIn = (kind: AnyKind) => named(kind).filter(([key]) => kind.duty?.there?.includes(key) === true);
const withType = (kind: AnyKind) => [kind.type, kind] as const;

describe.each(kinds.filter((kind) => thereIn(kind).length > 0).map(withType))("%s", (_, kind) => {
  const there = thereIn(kind);
  const one = ([, field]: [string, Field], id: string) => (field.kind === "people" ? [id] : id);

  it("nobody took part who was away or not in office, by whatever way in", async () => {
    const before = await total(kind);
    const facts = await fresh(kind);
    for (const field of there) {
      const [key] = field;
      for (const [id, says, who] of [
        [away, /登记了请假/, people.away],
        [newcomer, /不是在任代表/, people.newcomer],
      ] as const) {
        const wrong = { ...facts, [key]: one(field, id) };
        expectRefused(await ask(kind, "create", wrong), `${key} of ${who}`, says);
        if (!isImported(kind)) continue;
        // What else is wrong with the template's row is told beside it: whom it names is what this asks.
        const cells = {
          [key]: who,
          occurredOn: "2026-03-05",
          stationId: "一直开着的站",
          groupId: "考验小组",
        };
        expectRefused(await ask(kind, "importRows", row(kind, cells)), `${key} of ${who} in a file`);
      }
    }
    expect(await total(kind)).toBe(before);
    const made = await ask(kind, "create", facts);
    if (!made.ok) throw new Error(made.message);
    const { id } = made.value as { id: string };
    for (const field of there) {
      const edit = { ...apart.corrected(kind, facts), id, version: 1, [field[0]]: one(field, away) };
      expectRefused(await ask(kind, "edit", edit), `${field[0]} corrected`, /登记了请假/);
    }
  });
});

describe.each(kinds.map(withType))("%s", (_, kind) => {
  it("is entered once, changed by one, and not after it was struck out", async () => {
    const facts = await fresh(kind);
    const input = change(place, facts);
    const made = await call(caller(), `${kind.router}.create`, input);
    if (!made.ok) throw new Error(made.message);
    expectRefused(await ask(kind, "create", facts), "the same again");
    expect(await call(caller(), `${kind.router}.create`, input), "sent twice").toEqual(made);
    const { id } = made.value as { id: string };
    expect(await ask(kind, "edit", { ...apart.corrected(kind, facts), id, version: 2 })).toMatchObject({
      code: "CONFLICT",
    });
    const struck = await ask(kind, "void", { id, version: 1, reason: "录错" });
    const says = stands[kind.type];
    if (says !== undefined) {
      expectRefused(struck, "struck out", says);
      return;
    }
    if (!struck.ok) throw new Error(struck.message);
    for (const [act, more] of [
      ["edit", { ...apart.corrected(kind, facts), version: 2 }],
      ["void", { version: 2, reason: "录错" }],
      ...stepsOf(kind).map(([step, { day }]) => ["step", { version: 2, step, [day]: "2026-06-30" }] as const),
    ] as const)
      expect(await ask(kind, act, { id, ...more }), act).toMatchObject({ ok: false, code: "NOT_FOUND" });
    expectTaken(await ask(kind, "create", facts), "after it was struck out");
  });

  it("takes no day to come of what has happened, and nothing beyond its fields' limits", async () => {
    const facts = await fresh(kind);
    const before = await total(kind);
    const hostile = Object.entries(kind.fields).flatMap(([key, field]) =>
      beyond(field).map((value) => [key, field, value] as const),
    );
    for (const [key, field, value] of hostile) {
      const what = `${key} = ${String(value).slice(0, 40)}`;
      const later = laterFields(kind).includes(key);
      expectRefused(await ask(kind, "create", { ...facts, [key]: value }), what);
      if (later && field.past === true) {
        const [code] = stepsOf(kind).find(([, { day }]) => day === key) ?? [];
        const id = place.records[kind.type];
        const step = { id, version: 1, step: code, [key]: value };
        if (code !== undefined) expectRefused(await ask(kind, "step", step), `${what} by ${code}`);
      }
    }
    expect(await total(kind)).toBe(before);
    expectTaken(await ask(kind, "create", facts), "the same facts without what was wrong in them");
  });
});

function expectTaken(answer: Answer, what: string) {
  if (!answer.ok) throw new Error(`${what}: ${answer.message}`);
}

const signs = ["甲\ufffe乙", "甲\u{1fffe}", "a\ud800", "甲\u202e乙", "甲\u0000"];
const unsaid = ["", "　 \u200b\n", "……。", "😀"];

/** What no field of its kind takes. */
function beyond(field: Field): unknown[] {
  switch (field.kind) {
    case "day":
      return ["2026-02-30", "20260305", ...(field.past === true ? [tomorrow, "9999-12-31"] : [])];
    case "text":
    case "name":
    case "note":
      return ["长".repeat(field.max + 1), ...signs, ...(field.required ? unsaid : [])];
    case "count":
      return [field.min - 1, field.max + 1, field.min + 0.5, Number.NaN];
    case "money":
      return [-0.01, field.max + 0.01, 1.005];
    case "phone":
      return ["12", "电话号码", "1".repeat(21)];
    case "choice":
      return ["nothingOfTheKind", 7];
    case "yesNo":
      return ["是", 1];
    default:
      return ["nothing", 1];
  }
}
