import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mayAnswer, mayRate } from "@/domains/contact/rules/opinions";
import { mayServe } from "@/domains/presidium/rules";
import {
  mayFinish,
  mayPlan as mayPlanMilestone,
  mayVerify as mayVerifyMilestone,
} from "@/domains/projects/rules/milestones";
import { mayAdjust, mayComplete, mayNominate } from "@/domains/projects/rules/stage";
import { mayBeSession, mayBeTerm } from "@/domains/sessions/rules/sessions";
import { dayFollows, meetingIsNotAfter } from "@/domains/suggestions/rules/days";
import * as findings from "@/domains/supervision/rules/findings";
import type { Decision } from "@/lib/decision";

const today = "2026-08-01";
const [before, on] = ["2026-05-04", "2026-05-05"];

type Order = {
  /** each stands not before the one before it; refused by the rule beside the later one */
  chains: readonly (readonly (readonly [day: string, refused?: Decision])[])[];
  /** reckoned from others, or the same day kept for another use: nobody enters them */
  reckoned?: readonly string[];
  /** pairs that have no order, with the reason */
  free?: Readonly<Record<string, string>>;
};

const finding: findings.FindingFacts = {
  ...{ state: "found", occurredOn: on, unitId: "unit", notifiedOn: on, dueOn: on },
  ...{ plannedOn: on, rectifiedOn: on, verifiedOn: on, verifiedByDeputyId: "deputy" },
};
const inState = (state: findings.FindingState) => ({ ...finding, state });
const verifier = { deputyId: "deputy", inOffice: true, ofTheUnit: false, away: null };
const term = { number: 19, startsOn: "2022-01-01", endsOn: "2026-12-31" };
const session = {
  ...{ kind: "regular" as const, startsOn: on, endsOn: on, minutes: null },
  ...{ noticeSentOn: null, documentsSentOn: null },
};
const held = (more: object) => mayBeSession({ ...session, ...more }, term, today);
const stage = {
  ...{
    occurredOn: on,
    nominatedOn: null,
    firstVotedOn: null,
    votedOn: null,
    chosenOn: null,
    milestones: 1,
    verified: 1,
  },
  ...{ lastVerifiedOn: null, completedOn: null, droppedOn: null },
};
const milestone = {
  ...{ plannedOn: on, dueOn: on, judgedOn: on, doneOn: null, verifiedOn: null, enteredOn: on },
};
const opinion = { occurredOn: on, answeredOn: on, ratedOn: null, carrier: null };
/** The steps of a suggestion share one rule; which step follows which is asked of the procedure itself. */
const step = (what: string) => dayFollows(before, { day: on, what }, today, "日期");

const orders: Record<string, Order> = {
  Finding: {
    chains: [
      [
        ["occurredOn"],
        ["notifiedOn", findings.mayNotify(finding, { unitId: "unit", notifiedOn: before, dueOn: on }, today)],
        ["plannedOn", findings.mayPlan(inState("notified"), { plan: "整改", plannedOn: before }, today)],
        [
          "rectifiedOn",
          findings.mayRectify(inState("planned"), { rectification: "已改", rectifiedOn: before }, today),
        ],
        ["verifiedOn", findings.mayVerify(inState("rectified"), { verifier, verifiedOn: before }, today)],
        ["closedOn", findings.mayClose(inState("verified"), { closedOn: before }, today)],
      ],
      [
        ["occurredOn"],
        ["notifiedOn", findings.mayNotify(finding, { unitId: "unit", notifiedOn: before, dueOn: on }, today)],
        ["dueOn", findings.mayNotify(finding, { unitId: "unit", notifiedOn: on, dueOn: before }, today)],
      ],
    ],
    reckoned: ["earlierDueOn", "earlierClosedOn"],
    free: {
      "dueOn plannedOn": "a plan may come late",
      "dueOn rectifiedOn": "mending may come late, which is told",
      "dueOn verifiedOn": "so may what a deputy sees of it",
      "closedOn dueOn": "so may its end, which the figures tell",
    },
  },
  Term: {
    chains: [[["startsOn"], ["endsOn", mayBeTerm({ ...term, endsOn: "2021-12-31" }, [])]]],
    reckoned: ["occurredOn"],
  },
  Session: {
    chains: [
      [
        ["noticeSentOn"],
        ["startsOn", held({ noticeSentOn: "2026-05-06" })],
        ["endsOn", held({ endsOn: before })],
      ],
      [["documentsSentOn"], ["endsOn", held({ documentsSentOn: "2026-05-06" })]],
    ],
    reckoned: ["occurredOn"],
    free: {
      "documentsSentOn noticeSentOn": "papers may go out with the notice, before or after it",
      "documentsSentOn startsOn": "papers handed out at the session are late, which the procedure tells",
    },
  },
  Suggestion: {
    chains: [
      [
        ["receivedOn"],
        ["checkedOn", step("提出日期")],
        ["assignedOn", step("审核日期")],
        ["acceptedOn", step("交办日期")],
        ["notRatedOn", step("答复日期")],
        ["closedOn", step("第二次面商日期")],
        ["calledBackOn", step("办结日期")],
      ],
      [["assignmentMeetingOn"], ["assignedOn", meetingIsNotAfter(on, before)]],
      [
        ["receivedOn"],
        ["checkedOn", step("提出日期")],
        ["assignedOn", step("审核日期")],
        ["acceptedOn", step("交办日期")],
        ["presidiumMeetingOn", step("测评日期")],
      ],
    ],
    reckoned: ["assignDueOn", "replyDueOn", "redoDueOn", "ratingDueOn", "solvedOn", "occurredOn"],
    free: {
      "assignmentMeetingOn receivedOn": "a meeting may hand over what is put forward at it",
      "assignmentMeetingOn checkedOn": "and what is checked there",
      "acceptedOn assignmentMeetingOn": "both by way of the day of assignment",
      "assignmentMeetingOn closedOn": "both by way of the day of assignment",
      "assignmentMeetingOn notRatedOn": "both by way of the day of assignment",
      "assignmentMeetingOn presidiumMeetingOn": "both by way of the day of assignment",
      "notRatedOn presidiumMeetingOn": "the presidium hears what was rated, and what was not is not heard",
      "closedOn presidiumMeetingOn": "the presidium may hear it again once it is closed",
      "calledBackOn presidiumMeetingOn": "the presidium may hear it again once it is closed",
      "assignmentMeetingOn calledBackOn": "both by way of the day of assignment",
    },
  },
  Consultation: { chains: [[["heldOn"], ["confirmedOn", step("面商日期")]]] },
  Deferral: {
    chains: [[["requestedOn"], ["decidedOn", step("申请日期")]]],
    free: {
      "newDueOn requestedOn": "held to the longest deferral by the law, not to the day of asking",
      "decidedOn newDueOn": "held to the longest deferral by the law, not to the day of deciding",
    },
  },
  Promise: {
    chains: [[["fulfilledOn"], ["verifiedOn", step("兑现日期")]]],
    free: {
      "dueOn fulfilledOn": "a promise may be kept late",
      "dueOn verifiedOn": "and be seen to be kept later",
    },
  },
  Project: {
    chains: [
      [["occurredOn"], ["nominatedOn", mayNominate("路灯", stage, before, today)]],
      [["nominatedOn"], ["completedOn", mayComplete({ ...stage, chosenOn: on }, before, today)]],
      [
        ["nominatedOn"],
        [
          "droppedOn",
          mayAdjust({ ...stage, chosenOn: on }, { changes: 0, dropped: true, decidedOn: before }, today),
        ],
      ],
    ],
    free: {
      "completedOn occurredOn": "by way of the ballot, which follows both",
      "droppedOn occurredOn": "by way of the ballot, which follows both",
      "completedOn droppedOn": "one excludes the other",
    },
  },
  ProjectMilestone: {
    chains: [
      [["doneOn"], ["verifiedOn", mayVerifyMilestone({ ...milestone, doneOn: on }, verifier, before, today)]],
    ],
    reckoned: ["judgedOn", "voidedOn", "dueOn"],
    free: {
      "doneOn plannedOn": "done before or after its day, which is what is judged",
      "plannedOn verifiedOn": "verified before or after its day, which is what is judged",
    },
  },
  PresidiumMember: {
    chains: [
      [["startsOn"], ["endsOn", mayServe({ name: "甲", post: "member", startsOn: on, endsOn: before }, [])]],
    ],
    reckoned: ["occurredOn"],
  },
  VoterOpinion: {
    chains: [
      [
        ["occurredOn"],
        ["answeredOn", mayAnswer({ ...opinion, answeredOn: null }, before, today)],
        ["ratedOn", mayRate(opinion, before, today)],
      ],
    ],
  },
};

const schema = readdirSync("prisma/schema")
  .map((file) => readFileSync(`prisma/schema/${file}`, "utf8"))
  .join("\n");
const daysOf = (model: string): string[] => {
  const [, body = ""] = new RegExp(`model ${model} \\{([\\s\\S]*?)\\n\\}`).exec(schema) ?? [];
  const columns = [...body.matchAll(/\n\s+(\w+)\s+DateTime\??[^\n]*@db\.Date/g)].map(([, name = ""]) => name);
  // When a day was written down, or told first, is kept by the database.
  return columns.filter((name) => !name.endsWith("EnteredOn") && !name.startsWith("first"));
};

describe.each(Object.entries(orders))(
  "the days of a record made by hand: %s",
  (model, { chains, reckoned = [], free = {} }) => {
    const entered = daysOf(model).filter((day) => !reckoned.includes(day));

    it("has an order for each two of them, or a reason for none [R24]", () => {
      const unordered = entered.flatMap((one, at) =>
        entered.slice(at + 1).flatMap((other) => {
          const chained = chains.some((chain) =>
            [one, other].every((day) => chain.some(([name]) => name === day)),
          );
          const pair = [one, other].toSorted().join(" ");
          return chained || free[pair] !== undefined ? [] : [pair];
        }),
      );
      expect(unordered).toEqual([]);
      expect(entered.length, "the model is known").toBeGreaterThan(0);
    });

    it("refuses a later one before the one it follows, and says what to look at", () => {
      for (const [day, refused] of chains.flatMap((chain) => chain.slice(1))) {
        expect(refused?.allowed, day).toBe(false);
        if (refused?.allowed === false) expect(refused.reason, day).toMatch(/早于|晚于|至今/);
      }
    });
  },
);

it("no milestone is planned, nor done, before its project was chosen", () => {
  expect(mayPlanMilestone({ ...stage, chosenOn: on }, before).allowed).toBe(false);
  expect(mayFinish({ ...stage, chosenOn: on }, milestone, before, today).allowed).toBe(false);
});
