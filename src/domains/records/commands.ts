import "server-only";
import type { RecordType } from "@/domains/registry";
import { type Day, dayOf } from "@/lib/dates";
import { allow, type Decision, firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { type AnyKind, type Facts, type FactsOf, titleIn } from "@/lib/records/kind";
import { hasHappened } from "@/lib/records/past";
import type { CellProblem } from "@/lib/sheets";
import { difference } from "@/server/audit/difference";
import { newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { importAlone, inParts, refuseFile, tellImport } from "@/server/sheets/import";
import type { ImportRowsInput, ReasonInput } from "@/server/trpc/inputs";
import { readRecords } from "./data/import";
import { livingOf, type Stored } from "./data/reads";
import { assertLiving, change, insert, oneAtATime, strike } from "./data/writes";
import type { CreateInput, EditInput } from "./schema";

/** What is known of a change besides its facts. @property before null for a new record */
export type About<Kind> = { today: Day; before: Stored<Kind> | null };

/** What a kind does beyond storing its facts; each is asked in this order, within the change's own transaction. */
export type CommandSlots<Kind> = {
  /** Facts that follow from others, such as the name of a deputy chosen from the roster. */
  complete?: (scope: TownshipScope, facts: FactsOf<Kind>, about: About<Kind>) => Promise<FactsOf<Kind>>;
  mayBe?: (scope: TownshipScope, facts: FactsOf<Kind>, about: About<Kind>) => Decision | Promise<Decision>;
  mayVoid?: (scope: TownshipScope, stored: Stored<Kind>) => Decision | Promise<Decision>;
  /** Columns kept beside the facts, by their names in the table, such as a name's pinyin. */
  beside?: (facts: FactsOf<Kind>) => Readonly<Record<string, string | null>>;
};

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
  const { complete, mayBe, mayVoid, beside } = slots;
  const titleOf = (facts: FactsOf<Kind>): string => titleIn(kind, facts);
  // A kind's type is in the registry, or its pages and procedures would not be there.
  const recordType = kind.type as RecordType;
  const action = (verb: string): string => `${kind.router}.${verb}`;

  async function weighed(scope: TownshipScope, input: object, before: Stored<Kind> | null) {
    const was = before?.facts ?? null;
    const given = factsIn(kind, input, was);
    await assertLiving(kind, scope, given, was);
    // A rule that looks at the other records of its kind must see what somebody else is about to save.
    if (mayBe !== undefined) await oneAtATime(kind, scope);
    const today = dayOf(scope.now);
    const facts = complete === undefined ? given : await complete(scope, given, { today, before });
    const decision = firstDenial(
      hasHappened(kind, facts, today),
      (await mayBe?.(scope, facts, { today, before })) ?? allow,
    );
    return { decision, facts, occurredOn: kind.dayOf(facts as never, today), columns: beside?.(facts) ?? {} };
  }

  async function decided(scope: TownshipScope, input: object, before: Stored<Kind> | null) {
    const { decision, ...made } = await weighed(scope, input, before);
    obey(decision);
    return made;
  }

  /** Stores a new record; its line of the history is left to whoever does more to it within the same change. */
  async function enter(scope: TownshipScope, input: CreateInput<Kind>) {
    const { facts, occurredOn, columns } = await decided(scope, input, null);
    const { sourceNote, lateReason } = input;
    const record = newRecord(scope, { occurredOn, sourceNote, lateReason });
    await insert(kind, scope, record, facts, columns);
    return {
      action: action("create"),
      recordType,
      recordId: record.id,
      summary: `登记${titleOf(facts)}`,
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
        summary: `修改${titleOf(facts)}`,
        detail: difference(before.facts as Facts, facts as Facts),
      });
      return { id: input.id };
    },

    void: async (scope: TownshipScope, input: ReasonInput) => {
      const { id, reason } = input;
      const stored = await livingOf(kind, scope, id);
      obey((await mayVoid?.(scope, stored)) ?? allow);
      await strike(kind, scope, input, reason);
      await scope.audit({
        action: action("void"),
        recordType,
        recordId: id,
        summary: `作废${titleOf(stored.facts)}：${reason}`,
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
      const save = async ({ line, facts: given }: (typeof records)[number]) => {
        const { decision, facts, occurredOn, columns } = await weighed(scope, given, null);
        const sourceNote = `导入文件第${line}行`;
        if (decision.allowed) {
          const record = newRecord(scope, { occurredOn, source: "import", sourceNote });
          await insert(kind, scope, record, facts, columns);
        } else {
          const column = kind.fields[decision.field ?? ""]?.label ?? "";
          refused.push({ line, column, message: decision.reason });
        }
      };
      await inParts(records, records.length, async (part) => {
        for (const record of part) await save(record);
      });
      refuseFile(refused);
      const summary = `由文件导入${kind.name} ${records.length} ${kind.unit}`;
      await tellImport(scope, kind.router, { recordType, summary, rows: records.length });
      return { created: records.length };
    },
  };
}
