import type { FactsOf } from "@/lib/records/kind";
import { petition } from "../record";

type Facts = FactsOf<typeof petition>;
type Known = Pick<Facts, "topic" | "occurredOn" | "channel" | "category"> & Partial<Facts>;

const nothing = Object.fromEntries(Object.keys(petition.fields).map((key) => [key, null]));

/** A petition of what is known elsewhere already, so that nobody types it again. */
export const petitionFrom = (known: Known, sourceNote: string) => ({
  ...({ ...nothing, ...known } as Facts),
  ...{ sourceNote, lateReason: null },
});
