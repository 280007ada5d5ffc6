import type { AppealsShown, CycleShown, ResultShown } from "../data/county";
import type { OwnShown } from "../data/own";
import type { ReviewShown } from "../data/review";

export type CycleTownship = NonNullable<CycleShown["cycle"]>["townships"][number];
export type ItemShown = ReviewShown["items"][number];
export type AppealRow = AppealsShown["rows"][number];
export type Result = NonNullable<ResultShown["shown"]>;
export type OwnCycle = NonNullable<OwnShown["own"]>;
export type OwnIndicator = OwnCycle["indicators"][number];
