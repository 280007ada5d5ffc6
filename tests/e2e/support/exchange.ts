import type { Caller } from "../../support/call";

/** A meeting that the township was invited to; dated ahead, so that it is over in no run. */
export async function callTogether(
  { symposia }: Caller,
  townshipId: string,
  today: string,
  key: () => { idempotencyKey: string },
) {
  const { id } = await symposia.draft({
    ...{ ...key(), kind: "committeeMeeting", title: "县人大常委会第三十次会议", place: "县人大常委会会议室" },
    ...{ heldOn: `${today.slice(0, 4)}-12-31`, topic: "审议预算执行情况", agenda: null },
    invitees: [{ townshipId, part: "attend", speaksOn: null }],
  });
  await symposia.invite({ ...key(), id, version: 1 });
  const { invitations } = await symposia.gathering({ id });
  return { gathering: id, gatheringInvitation: invitations[0]?.id ?? "" };
}
