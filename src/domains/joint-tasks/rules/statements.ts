import type { Day } from "@/lib/dates";
import { codesOf } from "@/lib/choices";
import { percentText, type SectionCode, sectionLabels } from "../labels";
import {
  fewest,
  type MergedFigures,
  mergedFigures,
  type MergedPart,
  type MergedTask,
  severityWords,
} from "./merged";

export type Section = { code: SectionCode; text: string };

/** A record that a statement stands on. @property township its code */
export type Ref = { type: "jointPart" | "activity" | "finding"; id: string; township: string; name: string };
export type Statement = { section: SectionCode; text: string; refs: Ref[] };

const list = (names: readonly string[]): string => names.join("、");

type Told = {
  task: MergedTask;
  parts: readonly MergedPart[];
  accepted: MergedPart[];
  figures: MergedFigures;
};

const partRefs = (parts: readonly MergedPart[]): Ref[] =>
  parts.map(({ id, township, name }) => ({ type: "jointPart", id, township, name }));
const activityRefs = (parts: readonly MergedPart[]): Ref[] =>
  parts.flatMap(({ activityId: id, township, name }) =>
    id === null ? [] : [{ type: "activity" as const, id, township, name }],
  );
const findingRefs = (
  parts: readonly MergedPart[],
  holds: (finding: MergedPart["findings"][number]) => boolean = () => true,
): Ref[] =>
  parts.flatMap(({ township, name, findings }) =>
    findings.filter(holds).map(({ id, description }) => ({
      ...{ type: "finding" as const, id, township, name: `${name}：${description}` },
    })),
  );

function overview({ task, parts, accepted, figures }: Told, today: Day): Statement[] {
  const { title, lawName, windowFrom, windowUntil } = task;
  const { asked, missing, deputies, unnamed, visited, findings } = figures;
  const others = unnamed === 0 ? "" : `，另有未录姓名的代表${unnamed}人次`;
  const law = lawName === null ? "" : `，检查《${lawName}》的实施情况`;
  const section = "overview";
  const late = parts.filter(({ state }) => state !== "done");
  return [
    {
      ...{ section, refs: partRefs(accepted) },
      text: `“${title}”于${windowFrom}至${windowUntil}开展${law}，${asked}个乡镇参加，到${today}已认定${accepted.length}个乡镇的成果。`,
    },
    ...(missing.length === 0
      ? []
      : [
          {
            ...({ section, refs: partRefs(late) } as const),
            text: `${list(missing.map(({ name }) => name))}的成果还没有认定，不在下列数字内。`,
          },
        ]),
    {
      ...{ section, refs: activityRefs(accepted) },
      text: `代表${deputies}人次参加${others}，走访${visited}处，发现问题${findings}个。`,
    },
  ];
}

function progress({ accepted, figures }: Told): Statement[] {
  const { findings, closed, overdue, reopened } = figures;
  if (findings === 0)
    return [
      { section: "findings", refs: activityRefs(accepted), text: "各乡镇都没有发现问题，由代表签认。" },
    ];
  const parts = [
    `已销号${percentText({ of: closed, n: findings })}`,
    ...(overdue === 0 ? [] : [`已过期限还没有销号${overdue}个`]),
    ...(reopened === 0 ? [] : [`退回重新整改过${reopened}个`]),
  ];
  return [
    {
      ...{ section: "findings", refs: findingRefs(accepted) },
      text: `发现的${findings}个问题中，${parts.join("，")}。`,
    },
  ];
}

function severities({ accepted, figures }: Told): Statement[] {
  const said = figures.severities.flatMap(({ severity, findings }) =>
    severity === null || findings === 0 ? [] : [`${severityWords[severity]}${findings}个`],
  );
  const refs = findingRefs(accepted, ({ severity }) => severity !== null);
  return said.length === 0 ? [] : [{ section: "findings", refs, text: `按轻重分：${said.join("，")}。` }];
}

function points({ accepted, figures }: Told): Statement[] {
  return figures.points
    .filter(({ of }) => of > 0)
    .toSorted((one, other) => other.of - one.of)
    .slice(0, 3)
    .map(({ code, text, of, n }) => {
      const own = new Set(
        accepted.flatMap(({ answers }) =>
          answers.filter((one) => one.code === code).map((one) => one.findingId),
        ),
      );
      return {
        ...{ section: "findings", refs: findingRefs(accepted, ({ id }) => own.has(id)) },
        text: `检查清单第${code}条（${text}）查了${n}处，有问题的${percentText({ of, n })}。`,
      };
    });
}

function units({ accepted, figures }: Told): Statement[] {
  const most = figures.units.filter(({ known }) => known).slice(0, 3);
  const said = most.map(
    ({ name, findings, townships }) => `${name}${findings}个（${townships.length}个乡镇）`,
  );
  const names = new Set(most.map(({ name }) => name));
  const refs = findingRefs(accepted, ({ unit }) => unit !== null && names.has(unit));
  return said.length === 0 ? [] : [{ section: "findings", refs, text: `问题较多的单位：${list(said)}。` }];
}

/** Townships are told apart by fractions, compared exactly; whose number is small is said. */
function differences({ accepted, figures }: Told): Statement[] {
  const section = "findings";
  const rated = figures.townships
    .filter(({ findings }) => findings > 0)
    .toSorted((one, other) => other.closed * one.findings - one.closed * other.findings);
  const [best, worst] = [rated[0], rated.at(-1)];
  if (best === undefined || worst === undefined || rated.length < 2) return [];
  const refs = findingRefs(accepted);
  if (best.closed * worst.findings === worst.closed * best.findings)
    return [
      {
        section,
        refs,
        text: `各乡镇的销号率相同，都是${percentText({ of: best.closed, n: best.findings })}。`,
      },
    ];
  const of = ({ name, closed, findings }: typeof best) => `${name}（${closed}/${findings}）`;
  const same = (end: typeof best) =>
    rated.filter((one) => one.closed * end.findings === end.closed * one.findings).map(of);
  const few = rated.filter(({ findings }) => findings < fewest).map(({ name }) => name);
  const caution = few.length === 0 ? "" : `${list(few)}的问题少于${fewest}个，比率只供参考。`;
  return [
    { section, refs, text: `销号率最高的是${list(same(best))}，最低的是${list(same(worst))}。${caution}` },
  ];
}

function causes({ accepted, figures }: Told): Statement[] {
  const shared = figures.units.filter(({ known, townships }) => known && townships.length > 1);
  return shared.map(({ name, townships, findings }) => ({
    ...{ section: "causes" as const, refs: findingRefs(accepted, ({ unit }) => unit === name) },
    text: `${name}的问题在${list(townships)}都有，共${findings}个，是共性问题。`,
  }));
}

function advice({ accepted, figures }: Told): Statement[] {
  const { overdue, reopened, missing } = figures;
  const section = "advice" as const;
  return [
    ...(overdue === 0
      ? []
      : [
          {
            ...({ section, refs: findingRefs(accepted, (one) => one.overdue) } as const),
            text: `${overdue}个问题已过整改期限，请有关乡镇督促单位限期整改。`,
          },
        ]),
    ...(reopened === 0
      ? []
      : [
          {
            ...({ section, refs: findingRefs(accepted, (one) => one.reopened > 0) } as const),
            text: `${reopened}个问题退回重新整改过，请有关乡镇跟踪检查，防止反弹。`,
          },
        ]),
    ...(missing.length === 0
      ? []
      : [{ section, refs: [] as Ref[], text: `请${list(missing.map(({ name }) => name))}尽快完成。` }]),
  ];
}

/** Sentences that the figures say, each with the records it stands on; a report begins with them. */
export function statementsOf(task: MergedTask, parts: readonly MergedPart[], today: Day): Statement[] {
  const accepted = parts.filter(({ state }) => state === "done");
  const told = { task, parts, accepted, figures: mergedFigures(task, parts) };
  return [
    ...overview(told, today),
    ...[progress, severities, points, units, differences, causes, advice].flatMap((say) => say(told)),
  ];
}

export const sectionsOf = (statements: readonly Statement[]): Section[] =>
  codesOf(sectionLabels).map((code) => ({
    code,
    text: statements
      .filter(({ section }) => section === code)
      .map(({ text }) => text)
      .join("\n"),
  }));
