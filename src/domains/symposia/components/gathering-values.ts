import type { Day } from "@/lib/dates";
import type { GatheringKind, Part } from "../labels";
import type { AgendaItem } from "../rules/gatherings";

/** What a form of a gathering asks for, as people fill it in. */
export type GatheringValues = {
  kind: GatheringKind;
  title: string;
  heldOn: Day;
  place?: string | null;
  topic?: string | null;
  answerBy?: Day | null;
  agenda?: string | null;
  hostId?: string | null;
  speakers?: string[];
  townships?: string[];
};

type Invitee = { townshipId: string; part: Part; speaksOn: string | null };

/** As the API takes it: who holds it and who speaks is invited like all others, each township once. */
export function inputOf({ hostId, speakers = [], townships = [], ...rest }: GatheringValues) {
  const { place = null, topic = null, answerBy = null, agenda = null, title, heldOn } = rest;
  const parts = new Map<string, Part>([
    ...townships.map((id) => [id, "attend"] as const),
    ...speakers.map((id) => [id, "speak"] as const),
    ...(hostId ? [[hostId, "host"] as const] : []),
  ]);
  const invitees = [...parts].map(([townshipId, part]): Invitee => ({ townshipId, part, speaksOn: null }));
  return { title, heldOn, place, topic, answerBy, agenda, invitees };
}

type Kept = Omit<GatheringValues, "agenda" | "hostId" | "speakers" | "townships"> & {
  agenda: readonly AgendaItem[];
};

/** A kept gathering as its form begins. */
export function valuesOf(
  { agenda, ...kept }: Kept,
  invited: readonly { townshipId: string; part: Part }[],
): GatheringValues {
  const who = (part: Part) => invited.filter((one) => one.part === part).map(({ townshipId }) => townshipId);
  const { kind, title, heldOn, place = null, topic = null, answerBy = null } = kept;
  return {
    ...{ kind, title, heldOn, place, topic, answerBy, agenda: agenda.map((item) => item.title).join("\n") },
    ...{ hostId: who("host")[0] ?? null, speakers: who("speak"), townships: who("attend") },
  };
}
