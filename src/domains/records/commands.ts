import "server-only";
import type { RecordType } from "@/domains/registry";
import { type Day, dayOf } from "@/lib/dates";
import { allow, type Decision, firstDenial } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { type AnyKind, columnOf, type Facts, type FactsOf, isNaming, titleIn } from "@/lib/records/kind";
import { headsFit } from "@/lib/records/headcounts";
import { hasHappened } from "@/lib/records/past";
import { askedBy, entryOf, isToldOnce, stepsFollow, stepsOf, tellsItsOwn } from "@/lib/records/steps";
import type { CellProblem } from "@/lib/sheets";
import { difference } from "@/server/audit/difference";
import { newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { importAlone, inParts, refuseFile, tellImport } from "@/server/sheets/import";
import type { ImportRowsInput, ReasonInput } from "@/server/trpc/inputs";
import { nothingHangs } from "./data/hanging";
import { readRecords } from "./data/import";
import { type Beside, livingBeside, livingOf, type Stored } from "./data/reads";
import { assertLiving, change, insert, namesOf, heldKind, strike } from "./data/writes";
import type { CreateInput, EditInput, StepInput } from "./schema";

/**
 * What is known of a change besides its facts. @property before null for a new record
 * @property step the code of the step that is taken, null where the facts themselves are entered or corrected
 * @property others what `others` asked for, without the record itself, and with the rows above it in a file
 */
export type About<Kind> = {
  today: Day;
  before: Stored<Kind> | null;
  step: string | null;
  others: readonly FactsOf<Kind>[];
};

/**
 * What a kind does beyond storing its facts; each is asked in this order, within the change's own transaction. A form
 * brings the facts of one record, a file those of many at once: what reads the database answers for all of them.
 */
export type CommandSlots<Kind> = {
  /** Facts that follow from others, such as the name of a deputy chosen from the roster; in the order given. */
  complete?: (
    scope: TownshipScope,
    facts: readonly FactsOf<Kind>[],
    about: Omit<About<Kind>, "others" | "step">,
  ) => FactsOf<Kind>[] | Promise<FactsOf<Kind>[]>;
  /** Which living records of the kind its rule compares these with: a condition on `r`. */
  others?: Beside<Kind>;
  mayBe?: (scope: TownshipScope, facts: FactsOf<Kind>, about: About<Kind>) => Decision | Promise<Decision>;
  mayVoid?: (scope: TownshipScope, stored: Stored<Kind>) => Decision | Promise<Decision>;
  /** Columns kept beside the facts, by their names in the table, such as a name's pinyin. */
  beside?: (
    facts: FactsOf<Kind>,
    about: Omit<About<Kind>, "others" | "step">,
  ) => Readonly<Record<string, string | null>>;
};

/** The days on which steps were written down, for the columns beside their own: of a record's change those that it sets. */
const entryColumns = (kind: AnyKind, facts: Facts, was: Facts | null, today: Day) =>
  Object.fromEntries(
    stepsOf(kind)
      .filter(([, { day }]) => was === null || was[day] !== facts[day])
      .map(([, step]) => [columnOf(entryOf(step)), facts[step.day] === null ? null : today]),
  );

/** People and units are named in no order of their own: the same ones in another are no change. */
function settled(was: unknown, is: unknown): unknown {
  if (!Array.isArray(was) || !Array.isArray(is)) return is;
  return was.length === is.length && is.every((one) => was.includes(one)) ? was : is;
}

const factsIn = <Kind extends AnyKind>(kind: Kind, input: object, was: Facts | null): FactsOf<Kind> =>
  Object.fromEntries(
    Object.keys(kind.fields).map((key) => [key, settled(was?.[key], Reflect.get(input, key))]),
  ) as FactsOf<Kind>;

export function recordCommands<Kind extends AnyKind>(kind: Kind, slots: CommandSlots<Kind> = {}) {
  const { complete, others, mayBe, mayVoid, beside } = slots;
  const titleOf = async (scope: TownshipScope, facts: FactsOf<Kind>): Promise<string> =>
    titleIn(kind, facts, isNaming(kind) ? await namesOf(kind, scope, facts) : {});
  // A kind's type is in the registry, or its pages and procedures would not be there.
  const recordType = kind.type as RecordType;
  const action = (verb: string): string => `${kind.router}.${verb}`;

  const besideOf = (facts: FactsOf<Kind>, before: Stored<Kind> | null, today: Day) => ({
    ...beside?.(facts, { before, today }),
    ...entryColumns(kind, facts, before?.facts ?? null, today),
  });

  /** Each with what its kind's rule says of it; one that is allowed stands beside those after it. */
  async function weighed(
    scope: TownshipScope,
    given: readonly FactsOf<Kind>[],
    before: Stored<Kind> | null,
    step: string | null = null,
  ) {
    // A rule that looks at the other records of its kind must see what somebody else is about to save.
    if (mayBe !== undefined) await heldKind(kind, scope);
    const today = dayOf(scope.now);
    const all = complete === undefined ? given : await complete(scope, given, { today, before });
    const met = others === undefined ? [] : await livingBeside(kind, scope, others(all), before?.id ?? null);
    const made = [];
    for (const facts of all) {
      const occurredOn = kind.dayOf(facts as never, today);
      const decision = firstDenial(
        hasHappened(kind, facts, today),
        headsFit(kind, facts, { own: occurredOn, today }),
        stepsFollow(kind, facts, occurredOn),
        (await mayBe?.(scope, facts, { today, before, step, others: met })) ?? allow,
      );
      if (decision.allowed) met.push(facts);
      made.push({ decision, facts, occurredOn, columns: besideOf(facts, before, today) });
    }
    return made;
  }

  async function decided(
    scope: TownshipScope,
    input: object,
    before: Stored<Kind> | null,
    step: string | null = null,
  ) {
    const was = before?.facts ?? null;
    const given = factsIn(kind, input, was);
    await assertLiving(kind, scope, given, was);
    const [made] = await weighed(scope, [given], before, step);
    if (made === undefined) throw new Error(`complete of ${kind.type} lost a record`);
    obey(made.decision);
    return made;
  }

  /** Stores a new record; its line of the history is left to whoever does more to it within the same change. */
  async function enter(scope: TownshipScope, input: CreateInput<Kind>) {
    const { facts, occurredOn, columns } = await decided(scope, input, null);
    const { sourceNote, lateReason } = input;
    const record = newRecord(scope, { occurredOn, sourceNote, lateReason });
    await insert(kind, scope, [{ record, facts, columns }]);
    return {
      action: action("create"),
      recordType,
      recordId: record.id,
      summary: `登记${await titleOf(scope, facts)}`,
      occurredOn,
      detail: difference(null, facts as Facts),
    };
  }

  return {
    enter,

    create: async (scope: TownshipScope, input: CreateInput<Kind>) => {
      const line = await enter(scope, input);
      await scope.audit(line);
      return { id: line.recordId };
    },

    edit: async (scope: TownshipScope, input: EditInput<Kind>) => {
      const before = await livingOf(kind, scope, input.id);
      const { facts, occurredOn, columns } = await decided(scope, input, before);
      await change(kind, scope, input, {
        facts: facts,
        was: before.facts,
        occurredOn,
        columns,
      });
      await scope.audit({
        action: action("edit"),
        recordType,
        recordId: input.id,
        summary: `修改${await titleOf(scope, facts)}`,
        detail: difference(before.facts as Facts, facts as Facts),
      });
      return { id: input.id };
    },

    /** What was done with a record since: its fields alone are sent, the others stay as they are. */
    step: async (scope: TownshipScope, input: StepInput) => {
      const taken = kind.steps?.[input.step];
      if (taken === undefined) throw notFound();
      const before = await livingOf(kind, scope, input.id);
      obey(tellsItsOwn(kind, taken, input));
      const said = askedBy(taken).flatMap((key) => (input[key] === null ? [] : [[key, input[key]] as const]));
      const was: Facts = before.facts;
      const given: Facts = { ...was, ...Object.fromEntries(said) };
      obey(isToldOnce(kind, taken, was, given));
      const { facts, occurredOn, columns } = await decided(scope, given, before, input.step);
      await change(kind, scope, input, { facts, was: before.facts, occurredOn, columns });
      await scope.audit({
        action: action(input.step),
        recordType,
        recordId: input.id,
        summary: `${taken.act}：${await titleOf(scope, facts)}`,
        occurredOn: (facts as Facts)[taken.day] as Day,
        detail: difference(was, facts as Facts),
      });
      return { id: input.id };
    },

    void: async (scope: TownshipScope, input: ReasonInput) => {
      const { id, reason } = input;
      const stored = await livingOf(kind, scope, id);
      obey(firstDenial(await nothingHangs(scope, recordType, id), (await mayVoid?.(scope, stored)) ?? allow));
      await strike(kind, scope, input, reason);
      await scope.audit({
        action: action("void"),
        recordType,
        recordId: id,
        summary: `作废${titleIn(kind, stored.facts, stored.names)}：${reason}`,
        detail: { reason },
      });
      return { id };
    },

    /** All rows of a file or none; each is decided as a form's facts are, those above it already being records. */
    importRows: async (scope: TownshipScope, { rows }: ImportRowsInput) => {
      await importAlone(scope, kind.router);
      const { records, problems } = await readRecords(kind, scope, rows, dayOf(scope.now));
      refuseFile(problems);
      const refused: CellProblem[] = [];
      // Whom a row names was looked up among the living, and a cell's facts are those of a form.
      const save = async (part: typeof records) => {
        const given = part.map(({ facts }) => factsIn(kind, facts, null));
        const made = (await weighed(scope, given, null)).map((one, at) => ({
          ...one,
          line: part[at]?.line ?? 0,
        }));
        const allowed = made.filter(({ decision }) => decision.allowed);
        await insert(
          kind,
          scope,
          allowed.map(({ line, facts, occurredOn, columns }) => {
            const sourceNote = `导入文件第${line}行`;
            return { record: newRecord(scope, { occurredOn, source: "import", sourceNote }), facts, columns };
          }),
        );
        for (const { line, decision } of made)
          if (!decision.allowed)
            refused.push({
              ...{ line, message: decision.reason },
              column: kind.fields[decision.field ?? ""]?.label ?? "",
            });
      };
      await inParts(records, records.length, save);
      refuseFile(refused);
      const summary = `由文件导入${kind.name} ${records.length} ${kind.unit}`;
      await tellImport(scope, kind.router, { recordType, summary, rows: records.length });
      return { created: records.length };
    },
  };
}
