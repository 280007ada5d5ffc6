import dynamic from "next/dynamic";
import {
  columnsOf,
  type DetailSlots,
  type FormSlots,
  type Screens,
} from "@/domains/records/components/slots";
import type { BallotStanding } from "../data/ballots";
import type { BallotRecord } from "./detail-type";
import type { projectBallot } from "../record";
import { BallotResults } from "./ballot-results";

const columns = columnsOf<BallotStanding>([
  { key: "candidates", title: "候选", unit: "项", align: "number", render: ({ candidates }) => candidates },
  { key: "chosen", title: "入选", unit: "项", align: "number", render: ({ chosen }) => chosen },
]);

const detail: DetailSlots<typeof projectBallot, BallotRecord> = { panels: BallotResults };

type Votes = Record<string, { inFavour?: number | null; against?: number | null }>;

/** A project of which no votes were entered did not stand. */
const linesOf = (votes: Votes) =>
  Object.entries(votes).flatMap(([projectId, { inFavour, against }]) =>
    inFavour === undefined || inFavour === null ? [] : [{ projectId, inFavour, against: against ?? 0 }],
  );

const form: FormSlots = {
  intro: "在一张表里填写票数和各候选项目的赞成票，系统按全体代表过半数和得票多少得出入选项目。",
  initial: (today) => ({ year: Number(today.slice(0, 4)), occurredOn: today }),
  fields: { year: dynamic(() => import("./ballot-fields").then((module) => module.SessionAndYear)) },
  more: {
    asked: dynamic(() => import("./ballot-fields").then((module) => module.Candidates)),
    sent: ({ sessionId, votes }) => ({ sessionId, lines: linesOf((votes ?? {}) as Votes) }),
  },
};

export const ballotScreens: Screens = {
  list: {
    columns,
    empty: { title: "还没有登记票决", body: "人代会票决民生实事项目后，登记各候选项目的票数。" },
  },
  detail,
  form,
};
