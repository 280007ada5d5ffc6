import type { ShownRecord } from "@/domains/records/components/slots";
import type { FactsOf } from "@/lib/records/kind";
import type { ShownItem } from "../data/items";
import type { planItem } from "../record";

export type PlanRecord = ShownRecord<FactsOf<typeof planItem>> & ShownItem;
export type OfItem = { township: string; record: PlanRecord };
