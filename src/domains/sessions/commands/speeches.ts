import "server-only";
import { deputiesNamed } from "@/domains/deputies/data/in-office";
import { nobodyAway } from "@/domains/deputies/data/leaves";
import { dayFromUtc, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { differingLines } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import type { TownshipScope } from "@/server/db/scope";
import { expectedDeputies } from "../data/attendance";
import { replaceSpeeches, speechesOf } from "../data/speeches";
import { liveSession } from "../data/writes";
import { sessionTitle } from "../labels";
import { mayEnterAfter, onlyExpectedAreMarked } from "../rules/attendance";
import { maySpeak } from "../rules/speeches";
import type { SaveSpeechesInput } from "../schema";

/** How often each deputy spoke at a session, all of them at once: whoever is not named did not speak. */
export async function saveSpeeches(scope: TownshipScope, input: SaveSpeechesInput) {
  const { id, speeches } = input;
  const session = await liveSession(scope, id);
  const startsOn = dayFromUtc(session.startsOn);
  obey(mayEnterAfter(startsOn, dayOf(scope.now), "代表发言"));
  const ids = speeches.map(({ deputyId }) => deputyId);
  const named = await deputiesNamed(scope, ids);
  if (named.length < new Set(ids).size) throw notFound();
  const expected = await expectedDeputies(scope, id, startsOn);
  const known = new Set(expected.map(({ deputyId }) => deputyId));
  obey(
    onlyExpectedAreMarked(
      named.filter((one) => !known.has(one.id)).map(({ name }) => name),
      startsOn,
    ),
  );
  const away = expected.filter(
    ({ deputyId, status }) => ids.includes(deputyId) && status !== null && status !== "present",
  );
  obey(
    maySpeak(
      speeches,
      away.map(({ name }) => name),
    ),
  );
  obey(await nobodyAway(scope, { deputyIds: ids, occurredOn: startsOn, endedOn: null }));
  const before = await speechesOf(scope, id);
  await changeOne(scope, "session", input, {});
  await replaceSpeeches(scope, id, speeches);
  const times = speeches.reduce((sum, one) => sum + one.times, 0);
  await scope.audit({
    action: "sessions.saveSpeeches",
    recordType: "session",
    recordId: id,
    summary: `登记${sessionTitle(session.term.number, session.number)}代表发言 ${speeches.length} 人 ${times} 次`,
    occurredOn: startsOn,
    detail: differingLines(
      before.map(({ deputyId, times: was }) => ({ deputyId, times: was })),
      speeches,
    ),
  });
  return { id };
}
