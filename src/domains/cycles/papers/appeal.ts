import { type Day, dateInText, daysBetween } from "@/lib/dates";
import { heading, type Paper, text } from "@/lib/papers";

export type AppealFacts = {
  county: string;
  township: string;
  year: number;
  /** the indicator or the single record that the appeal is about, in words */
  matter: string;
  appealedOn: Day;
  grounds: string;
  /** what was handed in with it, by the files' names */
  files: readonly string[];
  /** how it was looked into, by whom; nobody of them reviewed the township */
  found: string;
  decidedBy: readonly string[];
  decidedOn: Day;
  /** by when it had to be decided; null where no window was set */
  dueOn: Day | null;
  upheld: boolean;
  reason: string;
  /** points of the matter before and after; null where a record is told apart without a change of points */
  points: { before: number; after: number } | null;
};

function pointsSaid({ points, upheld }: AppealFacts): string {
  if (points === null) return "该事项不涉及得分变动。";
  const [before, after] = [points.before.toFixed(2), points.after.toFixed(2)];
  return upheld && before !== after
    ? `该事项得分由 ${before} 分改为 ${after} 分，总分、位次和等次随之重新计算。`
    : `该事项得分仍为 ${before} 分。`;
}

/** A decision that came late says so itself. */
const lateSaid = ({ dueOn, decidedOn }: AppealFacts) =>
  dueOn === null || decidedOn <= dueOn
    ? []
    : [
        text(
          `本申诉应在${dateInText(dueOn)}前决定，实际于${dateInText(decidedOn)}决定，逾期${daysBetween(dueOn, decidedOn)}天。`,
        ),
      ];

/** 申诉决定: the answer to one township's appeal. */
export function appealDecision(facts: AppealFacts): Paper {
  const { county, township, year, matter, appealedOn, grounds, found } = facts;
  const office = `${county}人大常委会办公室`;
  return {
    name: `${township}${year}年度考核申诉决定（${matter}）`,
    head: { kind: "red", office: `${office}文件` },
    title: `关于${township}${year}年度\n考核申诉的决定`,
    standing: null,
    to: `${township}人大：`,
    blocks: [
      text(`你单位于${dateInText(appealedOn)}就${year}年度考核提出申诉，现已审查完毕，决定如下。`),
      heading(1, "申诉事项和理由"),
      text(`申诉事项：${matter}。`),
      text(`申诉理由：${grounds}`),
      ...(facts.files.length === 0 ? [] : [text(`随申诉提交的材料：${facts.files.join("、")}。`)]),
      heading(1, "审查情况"),
      text(found),
      text(`本申诉由${facts.decidedBy.join("、")}审查，审查人没有参加对该乡镇的评审。`),
      ...lateSaid(facts),
      heading(1, "决定"),
      text(`${facts.upheld ? "申诉成立" : "申诉不成立"}。理由：${facts.reason}`),
      text(pointsSaid(facts)),
    ],
    signed: { office, day: facts.decidedOn },
  };
}
