import { type Day, dayInText } from "@/lib/dates";
import type { OutcomeKind } from "../labels";

type Facts = {
  year: number;
  kind: OutcomeKind;
  occurredOn: Day;
  documentNumber: string | null;
  content: string | null;
};

export type Notice = {
  heading: string;
  number: string | null;
  body: readonly string[];
  signed: string;
  day: string;
};

const headings: Record<OutcomeKind, (year: number) => string> = {
  plaque: (year) => `关于授予${year}年度「群众信得过单位」奖牌的决定`,
  commendation: (year) => `关于${year}年度站所评议先进单位的通报`,
  criticism: (year) => `关于${year}年度站所评议落后单位的通报`,
  partyOpinion: (year) => `关于双管站所${year}年度考核的意见`,
};

const bodies: Record<OutcomeKind, (facts: Facts, units: string) => string> = {
  plaque: ({ year }, units) =>
    `根据${year}年度站所综合评议结果，决定授予${units}「群众信得过单位」奖牌。望珍惜荣誉，继续为群众做好服务。`,
  commendation: ({ year }, units) =>
    `在${year}年度站所综合评议中，${units}服务群众、办理代表建议成绩较好，排名在前，予以通报表扬。`,
  criticism: ({ year }, units) =>
    `在${year}年度站所综合评议中，${units}排名在后，予以通报批评。请针对评议意见认真整改，并把整改情况报主席团。`,
  partyOpinion: ({ year, content }, units) =>
    `${units}实行双重管理，按规定，其年度考核应征求乡镇党委的意见。现将${year}年度的意见报送如下：${content ?? ""}`,
};

/** The notice as it is printed, addressed to the units and to the bureaus over them. */
export function noticeOf(
  facts: Facts,
  township: string,
  units: readonly string[],
  superiors: readonly string[],
): Notice {
  const { kind, year, documentNumber, occurredOn, content } = facts;
  const own = kind === "partyOpinion" || content === null ? [] : [content];
  const receivers = kind === "partyOpinion" ? superiors : [...units, ...superiors];
  return {
    heading: headings[kind](year),
    number: documentNumber,
    body: [
      ...(receivers.length === 0 ? [] : [`${receivers.join("、")}：`]),
      bodies[kind](facts, units.join("、")),
      ...own,
    ],
    signed: kind === "partyOpinion" ? `中共${township}委员会` : `${township}人大主席团`,
    day: `${occurredOn.slice(0, 4)}年${dayInText(occurredOn)}`,
  };
}
