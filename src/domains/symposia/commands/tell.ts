import "server-only";
import { dayInText } from "@/lib/dates";
import type { Difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import type { Commitment, Gathering, Invitation } from "../rules/facts";
import { kindLabels } from "../labels";

type Told = { action: string; summary: string; detail?: Difference | Record<string, unknown> };

export const titleOf = ({ kind, title, heldOn }: Pick<Gathering, "kind" | "title" | "heldOn">): string =>
  `${kindLabels[kind]}「${title}」（${dayInText(heldOn)}）`;

/** The county's own line; no township reads it. */
export const tellCounty = (scope: CountyScope, id: string, told: Told): Promise<void> =>
  scope.audit({
    ...{ action: told.action, summary: told.summary, detail: { ...told.detail } },
    ...{ recordType: "gathering", recordId: id },
  });

/** A line in the history of each township that knows of its invitation. */
export async function tellInvited(
  scope: CountyScope,
  invitations: readonly Invitation[],
  told: Told,
): Promise<void> {
  const sent = invitations.filter(({ sentOn }) => sentOn !== null);
  if (sent.length === 0) return;
  await scope.auditEach(
    sent.map(({ id, townshipId }) => ({
      ...{ action: told.action, summary: `县人大${told.summary}`, detail: { ...told.detail }, townshipId },
      ...{ recordType: "gatheringInvitation" as const, recordId: id },
    })),
  );
}

type Promised = Pick<Commitment, "id" | "townshipId">;

/** What the county wrote down, or judged, of a township's promise: in the township's history, and so in the county's. */
export const tellCommitment = (scope: CountyScope, { id, townshipId }: Promised, told: Told): Promise<void> =>
  scope.auditEach([
    {
      ...{ action: told.action, summary: told.summary, detail: { ...told.detail }, townshipId },
      ...{ recordType: "commitment", recordId: id },
    },
  ]);
