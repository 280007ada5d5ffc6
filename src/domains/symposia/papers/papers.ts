import { type Day, dateInText, dayInText } from "@/lib/dates";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
import { answerLabels, partLabels, verdictLabels } from "../labels";
import type { Commitment, Gathering, Invitation } from "../rules/facts";

type Named<Row> = Row & { name: string };
type Facts = {
  county: string;
  gathering: Gathering;
  invitations: readonly Named<Invitation>[];
  made: readonly Named<Commitment>[];
  followed: readonly Named<Commitment>[];
  today: Day;
};

const paragraphs = (said: string | null): PaperBlock[] =>
  (said ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => text(line));

const about = ({ heldOn, place, topic }: Gathering): PaperBlock[] => [
  heading(1, "时间和地点"),
  text(`${dateInText(heldOn)}${place === null ? "" : `，${place}`}。`),
  ...(topic === null ? [] : [heading(1, "主题"), ...paragraphs(topic)]),
];

function topics({ agenda, figures }: Gathering): PaperBlock[] {
  if (agenda.length === 0) return [];
  return [
    heading(1, "议程"),
    ...agenda.flatMap(({ title, metric }) => {
      const kept = figures.find((one) => one.metric === metric);
      return [
        heading(2, title),
        ...(kept === undefined ? [] : kept.sentences.map((sentence) => text(sentence))),
        ...(kept === undefined ? [] : [text(`以上为 ${kept.year} 年数字，截至${dateInText(kept.on)}。`)]),
      ];
    }),
  ];
}

const promiseColumns = [
  { header: "乡镇（街道）", share: 16 },
  { header: "承诺", share: 34, align: "left" as const },
  { header: "责任人、期限", share: 18 },
  { header: "当时数字", share: 32, align: "left" as const },
];

const promise = ({ name, said, ownerName, dueOn, figureThen }: Named<Commitment>): string[] => [
  ...[name, said, `${ownerName}，${dueOn}`, figureThen ?? "没有指标"],
];

const followColumns = [
  { header: "乡镇（街道）", share: 14 },
  { header: "承诺、期限", share: 30, align: "left" as const },
  { header: "当时数字", share: 24, align: "left" as const },
  { header: "落实和结果", share: 32, align: "left" as const },
];

const outcome = ({ verdict, verdictWhy, figureNow, report }: Commitment): string =>
  verdict === null
    ? `待跟进。${report === null ? "乡镇还没有报告。" : `乡镇报告：${report}`}`
    : `${verdictLabels[verdict]}：${verdictWhy ?? ""}${figureNow === null ? "" : `（现在：${figureNow}）`}`;

function follow(followed: readonly Named<Commitment>[]): PaperBlock[] {
  if (followed.length === 0) return [];
  return [
    heading(1, "上次承诺的跟进"),
    table(
      "承诺落实情况",
      followColumns,
      followed.map((one) => [
        ...[one.name, `${one.said}（${one.dueOn} 前）`, one.figureThen ?? "没有指标", outcome(one)],
      ]),
    ),
  ];
}

const invitedColumns = [
  { header: "乡镇（街道）", share: 26 },
  { header: "身份", share: 20 },
  { header: "发言题目", share: 30, align: "left" as const },
  { header: "答复", share: 24 },
];

const answerOf = ({ answer, answerName }: Invitation): string =>
  answer === null ? "未答复" : `${answerLabels[answer]}${answerName === null ? "" : `，${answerName}`}`;

const paper = (
  { county, gathering, today }: Facts,
  more: { mark: string; what: string; standing?: string; day: Day; blocks: PaperBlock[] },
): Paper => ({
  ...{ name: `${gathering.title}${more.what}`, head: { kind: "material", mark: more.mark } },
  ...{
    title: `${gathering.title}\n${more.what}`,
    standing: more.standing ?? null,
    to: null,
    blocks: more.blocks,
  },
  signed: { office: `${county}人大常委会代表工委`, day: more.day > today ? today : more.day },
});

/** 议程: what is to be talked about, with the figures behind it and the promises of the last time. */
export const agendaPaper = (facts: Facts): Paper =>
  paper(facts, {
    ...(facts.gathering.figures.length === 0 ? {} : { standing: "含各乡镇数字，县人大内部使用" }),
    ...{ mark: "会议议程", what: "议程", day: facts.gathering.invitedOn ?? facts.today },
    blocks: [
      ...about(facts.gathering),
      ...follow(facts.followed),
      ...topics(facts.gathering),
      heading(1, "参加的乡镇"),
      table(
        "邀请和答复",
        invitedColumns,
        facts.invitations.map((one) => [one.name, partLabels[one.part], one.speaksOn ?? "", answerOf(one)]),
      ),
    ],
  });

const attendance = (invitations: readonly Named<Invitation>[]): string => {
  const told = ({ name, cameNames }: Named<Invitation>) =>
    cameNames === null ? name : `${name}（${cameNames}）`;
  const [came, away] = [true, false].map((there) =>
    invitations.filter((one) => one.came === there).map(there ? told : ({ name }) => name),
  );
  const missing = away?.length ? `；没有到会：${away.join("、")}` : "";
  return `到会：${came?.join("、") ?? ""}${missing}。`;
};

/** 纪要: who came, what was said, what became of the last promises and which were made. */
export const minutesPaper = (facts: Facts): Paper =>
  paper(facts, {
    ...{ mark: "会议纪要", what: "纪要", day: facts.gathering.recordedOn ?? facts.today },
    blocks: [
      ...about(facts.gathering),
      heading(1, "到会情况"),
      text(attendance(facts.invitations)),
      heading(1, "会议情况"),
      ...paragraphs(facts.gathering.minutes),
      ...follow(facts.followed),
      ...(facts.made.length === 0
        ? []
        : [
            heading(1, `本次承诺（${dayInText(facts.gathering.heldOn)}）`),
            table("承诺事项", promiseColumns, facts.made.map(promise)),
          ]),
    ],
  });
