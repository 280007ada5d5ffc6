import { isMetricCode, metricOf } from "@/domains/figures/rules/metrics";
import type { GatheringValues } from "./gathering-values";

type Township = { id: string; name: string };
type Filters = Readonly<Record<string, string>>;

/** A visit as an address proposes it, who goes to whom and about what; null where it names no two townships of the county. */
export function begunVisit(
  filters: Filters,
  townships: readonly Township[],
): Partial<GatheringValues> | null {
  const [guest, host] = ["guest", "host"].map((key) => townships.find(({ id }) => id === filters[key]));
  if (guest === undefined || host === undefined || guest.id === host.id) return null;
  const about = [...new Set((filters["about"] ?? "").split(","))].filter(isMetricCode);
  const words = about.map((code) => metricOf(code).name);
  return {
    ...{ kind: "visit", title: `${guest.name}到${host.name}互访`, hostId: host.id, townships: [guest.id] },
    agenda: about.map((code) => `${code} ${metricOf(code).name}`).join("\n"),
    ...(words.length === 0 ? {} : { topic: `看${host.name}怎样做：${words.join("、")}` }),
  };
}
