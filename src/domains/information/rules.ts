import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { informationItem, publicityItem } from "./record";

type Item = FactsOf<typeof informationItem>;

/** Taken up by a level, and then on a day that does not lie before it was sent. */
export const takenUpFits = ({ takenUpBy, takenUpOn, occurredOn }: Item): Decision =>
  firstDenial(
    takenUpBy === "none" && takenUpOn !== null
      ? about("takenUpBy", deny("已填采用日期，请选择采用级别；没有采用的不填日期。"))
      : allow,
    takenUpOn !== null && takenUpOn < occurredOn
      ? about("takenUpOn", deny(`采用日期（${takenUpOn}）早于报送日期（${occurredOn}），请核对。`))
      : allow,
  );

const otherScheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/i;

/** An address leads to a page and to nothing that would run here. */
export const linkLeadsOut = ({ link }: FactsOf<typeof publicityItem>): Decision =>
  link !== null && otherScheme.test(link)
    ? about("link", deny("网址应以 http:// 或 https:// 开头；没有网址的可以不填。"))
    : allow;

export type Reported = { items: number; takenUp: number };

/** How many were sent and taken up: told to the county, and missed by nobody [R17]. */
export const reportedInYear = (figures: Reported | null): Standing => ({
  text:
    figures === null ? "未录" : `报送 ${figures.items} 条，被采用 ${figures.takenUp} 条（只记录，不计分）`,
  gap: null,
});

export type Published = { items: number; channels: number };

/** The same of publicity [R98]. */
export const publishedInYear = (figures: Published | null): Standing => ({
  text: figures === null ? "未录" : `${figures.items} 篇，${figures.channels} 种渠道（只记录，不计分）`,
  gap: null,
});
