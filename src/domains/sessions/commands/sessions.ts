import "server-only";
import { dayFromUtc, dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference, differingLines } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { dateOrNull, found, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { daysHanging, nothingHangs } from "@/domains/records/data/hanging";
import { countMarks, markedOutside } from "../data/attendance";
import { agendaOf } from "../data/sessions";
import { findTerm } from "../data/terms";
import { liveSession, replaceAgenda } from "../data/writes";
import { sessionTitle } from "../labels";
import { tickSent, withTicked } from "./preparation";
import { countsAllKnown, dayFitsRoll, mayEnterTotals } from "../rules/attendance";
import { holdsItsBallots, mayBeSession, numberIsItsOwn, votedItemsStay } from "../rules/sessions";
import type { CreateSessionInput, EditSessionInput, SetAgendaInput } from "../schema";

type Facts = Omit<EditSessionInput, "id" | "version" | "township" | "idempotencyKey">;

const factsOf = (input: Facts) => ({
  termId: input.termId,
  number: input.number,
  kind: input.kind,
  startsOn: input.startsOn,
  endsOn: input.endsOn,
  minutes: input.minutes,
  noticeSentOn: input.noticeSentOn,
  documentsSentOn: input.documentsSentOn,
  convenedBy: input.convenedBy,
  place: input.place,
  summary: input.summary,
  deputiesTotal: input.deputiesTotal,
  deputiesPresent: input.deputiesPresent,
});

const agendaFacts = ({ kind, title, minutes }: { kind: string; title: string; minutes: number | null }) => ({
  kind,
  title,
  minutes,
});

const columnsOf = (input: Facts) => ({
  ...factsOf(input),
  startsOn: utcOf(input.startsOn),
  endsOn: dateOrNull(input.endsOn),
  noticeSentOn: dateOrNull(input.noticeSentOn),
  documentsSentOn: dateOrNull(input.documentsSentOn),
});

/** When another session of the term with this number began. */
async function heldUnderNumber(scope: TownshipScope, input: Facts, id: string | null) {
  const { termId, number } = input;
  const others = id === null ? {} : { id: { not: id } };
  const twin = await scope.tx.session.findFirst({
    where: { ...tenantOf(scope), termId, number, voidedAt: null, ...others },
    select: { startsOn: true },
  });
  return twin === null ? null : dayFromUtc(twin.startsOn);
}

async function titleOfValid(scope: TownshipScope, input: Facts, id: string | null, marks: number) {
  const term = found(await findTerm(scope, input.termId));
  const title = sessionTitle(term.number, input.number);
  obey(
    firstDenial(
      mayBeSession(input, term.span, dayOf(scope.now)),
      mayEnterTotals(input.deputiesTotal, input.deputiesPresent, marks > 0),
      countsAllKnown(
        { field: "deputiesTotal", who: "本级代表" },
        input.deputiesTotal,
        await countInOffice(scope, input.startsOn, "township"),
      ),
      numberIsItsOwn(title, await heldUnderNumber(scope, input, id)),
    ),
  );
  return title;
}

export async function createSession(scope: TownshipScope, entered: CreateSessionInput) {
  const input = await withTicked(scope, entered);
  const title = await titleOfValid(scope, input, null, 0);
  const record = newRecord(scope, { ...input, occurredOn: input.startsOn });
  await scope.tx.session.create({ data: { ...record, ...columnsOf(input) } });
  await replaceAgenda(
    scope,
    record.id,
    input.agenda.map((item) => ({ ...item, id: null })),
  );
  await scope.audit({
    action: "sessions.create",
    recordType: "session",
    recordId: record.id,
    summary: `登记${title}`,
    occurredOn: input.startsOn,
    detail: difference(null, { ...factsOf(input), agenda: input.agenda.map(agendaFacts) }),
  });
  await tickSent(scope, input, input);
  return { id: record.id };
}

export async function editSession(scope: TownshipScope, input: EditSessionInput) {
  const { id } = input;
  const before = await liveSession(scope, id);
  const title = await titleOfValid(scope, input, id, await countMarks(scope, id));
  const outside = await markedOutside(scope, id, input.startsOn);
  obey(
    dayFitsRoll(
      outside.map(({ name }) => name),
      input.startsOn,
    ),
  );
  obey(holdsItsBallots(input, await daysHanging(scope, "session", id, ["projectBallot"])));
  await changeOne(scope, "session", input, { ...columnsOf(input), occurredOn: utcOf(input.startsOn) });
  await scope.audit({
    action: "sessions.edit",
    recordType: "session",
    recordId: id,
    summary: `修改${title}`,
    detail: difference(before, factsOf(input)),
  });
  await tickSent(scope, input, input);
  return { id };
}

export async function voidSession(scope: TownshipScope, input: ReasonInput) {
  const { id, reason } = input;
  const before = await liveSession(scope, id);
  obey(await nothingHangs(scope, "session", id));
  await changeOne(scope, "session", input, voided(scope, reason));
  await scope.audit({
    action: "sessions.void",
    recordType: "session",
    recordId: id,
    summary: `作废${sessionTitle(before.term.number, before.number)}：${reason}`,
    detail: { reason },
  });
  return { id };
}

export async function setAgenda(scope: TownshipScope, input: SetAgendaInput) {
  const { id, agenda } = input;
  const session = await liveSession(scope, id);
  const before = await agendaOf(scope, id);
  const kept = new Set(agenda.map((item) => item.id));
  obey(votedItemsStay(before.filter((item) => item.votes.length > 0 && !kept.has(item.id))));
  await changeOne(scope, "session", input, {});
  await replaceAgenda(scope, id, agenda);
  await scope.audit({
    action: "sessions.setAgenda",
    recordType: "session",
    recordId: id,
    summary: `登记${sessionTitle(session.term.number, session.number)}议程 ${agenda.length} 项`,
    detail: differingLines(before.map(agendaFacts), agenda.map(agendaFacts)),
  });
  return { id };
}
