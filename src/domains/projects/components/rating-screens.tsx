import dynamic from "next/dynamic";
import { columnsOf, type DetailSlots, type Screens } from "@/domains/records/components/slots";
import type { RatingOf } from "../data/ratings";
import type { projectRating } from "../record";
import { RatedProject } from "./rated-project";

const columns = columnsOf<RatingOf>([
  { key: "projectName", title: "项目", render: ({ projectName }) => projectName ?? "本年全部项目" },
]);

const detail: DetailSlots<typeof projectRating, RatingOf> = { panels: RatedProject };

export const ratingScreens: Screens = {
  list: {
    columns,
    empty: {
      title: "还没有登记测评",
      body: "年终由代表对票决的项目逐个或合并测评，登记发出、收回和各档票数。",
    },
  },
  detail,
  form: {
    intro: "逐个测评的选项目，全部项目合并测评的不选。",
    initial: (today) => ({ year: Number(today.slice(0, 4)), occurredOn: today, basic: 0, unsatisfied: 0 }),
    fields: { year: dynamic(() => import("./rating-fields").then((module) => module.ProjectAndYear)) },
    more: {
      asked: () => null,
      sent: ({ projectId = null }, record) => (record === null ? { projectId } : {}),
    },
  },
};
