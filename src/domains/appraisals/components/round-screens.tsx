import { lazy } from "react";
import {
  columnsOf,
  type DetailSlots,
  type FormSlots,
  type Screens,
} from "@/domains/records/components/slots";
import { yearOf } from "@/lib/dates";
import type { RoundStanding } from "../data/rounds";
import { quarters } from "../labels";
import type { appraisal } from "../record";
import type { RoundRecord } from "./detail-type";
import { RoundPanels } from "./round-panels";
import { YearPanel } from "./year-panel";

const columns = columnsOf<RoundStanding>([
  { key: "units", title: "评议单位", unit: "个", align: "number", render: ({ units }) => units },
]);

const detail: DetailSlots<typeof appraisal, RoundRecord> = { panels: RoundPanels };

type Points = Record<string, { score?: number | null; [key: string]: unknown }>;

/** A unit without points did not take part. */
const linesOf = (points: Points) =>
  Object.entries(points).flatMap(([unitId, { score, complaintPoints, handlingPoints, reason, opinion }]) =>
    score === undefined || score === null
      ? []
      : [
          {
            ...{ unitId, score, complaintPoints: complaintPoints ?? 0, handlingPoints: handlingPoints ?? 0 },
            ...{ reason: reason ?? null, opinion: opinion ?? null },
          },
        ],
  );

/** Its own fields come with the form, which is drawn when all of them are there: nothing moves under the hand. */
const form: FormSlots = {
  intro:
    "每季度一轮，在一张表里填各单位的得分和扣分。第四季度的一轮是年终评议。没有评议票、也不打分的，到监督活动里登记一次「工作评议」。",
  initial: (today, { year, quarter }) => ({
    year: Number(year ?? yearOf(today)),
    quarter: quarter ?? quarters[Math.ceil(Number(today.slice(5, 7)) / 3) - 1],
    occurredOn: today,
  }),
  fields: {
    handlingPercent: lazy(() =>
      import("./round-fields").then((module) => ({ default: module.HandlingPercent })),
    ),
  },
  more: {
    asked: lazy(() => import("./round-fields").then((module) => ({ default: module.UnitRows }))),
    sent: ({ lines }) => ({ lines: linesOf((lines ?? {}) as Points) }),
  },
};

export const roundScreens: Screens = {
  list: {
    above: YearPanel,
    columns,
    empty: {
      title: "还没有登记站所评议",
      body: "每季度登记一轮：评议方式、发出和收回的票数、各单位得分。排名和扣分随之算出。",
    },
  },
  detail,
  form,
};
