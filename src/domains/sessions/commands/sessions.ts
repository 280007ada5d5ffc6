import "server-only";
import { dayFromUtc, dayOf, utcOf } from "@/lib/dates";
import { allow, deny, firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { dateOrNull, dayOrNull, found, newRecord, tenantOf, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { countMarks, markedOutside } from "../data/attendance";
import { agendaOf } from "../data/sessions";
import { findTerm } from "../data/terms";
import { changeSession, liveSession, replaceAgenda } from "../data/writes";
import { sessionTitle } from "../labels";
import { mayEnterTotals } from "../rules/attendance";
import { mayBeSession } from "../rules/sessions";
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

const columnsOf = (input: Facts) => ({
  ...factsOf(input),
  startsOn: utcOf(input.startsOn),
  endsOn: dateOrNull(input.endsOn),
  noticeSentOn: dateOrNull(input.noticeSentOn),
  documentsSentOn: dateOrNull(input.documentsSentOn),
});

/** The number is the session's own within its term, as the registers count. */
async function mayHaveNumber(scope: TownshipScope, input: Facts, id: string | null) {
  const twin = await scope.tx.session.findFirst({
    where: {
      ...tenantOf(scope),
      termId: input.termId,
      number: input.number,
      voidedAt: null,
      ...(id === null ? {} : { id: { not: id } }),
    },
    include: { term: true },
  });
  return twin === null
    ? allow
    : deny(
        `${sessionTitle(twin.term.number, twin.number)}已经登记（${dayFromUtc(twin.startsOn)}），请核对会次。`,
      );
}

async function titleOfValid(scope: TownshipScope, input: Facts, id: string | null, marks: number) {
  const term = found(await findTerm(scope, input.termId));
  obey(
    firstDenial(
      mayBeSession(input, term.span, dayOf(scope.now)),
      mayEnterTotals(input.deputiesTotal, input.deputiesPresent, marks > 0),
      await mayHaveNumber(scope, input, id),
    ),
  );
  return sessionTitle(term.number, input.number);
}

export async function createSession(scope: TownshipScope, input: CreateSessionInput) {
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
    detail: { after: { ...factsOf(input), agenda: input.agenda } },
  });
  return { id: record.id };
}

export async function editSession(scope: TownshipScope, input: EditSessionInput) {
  const { id } = input;
  const before = await liveSession(scope, id);
  const title = await titleOfValid(scope, input, id, await countMarks(scope, id));
  const outside = await markedOutside(scope, id, input.startsOn);
  if (outside.length > 0) {
    const names = outside.slice(0, 5).map((row) => row.name);
    obey(
      deny(
        `改到 ${input.startsOn} 后，已登记出席的${names.join("、")}等 ${outside.length} 人当日不在任期内。请先核对代表任期或重新登记出席。`,
      ),
    );
  }
  await changeSession(scope, input, { ...columnsOf(input), occurredOn: utcOf(input.startsOn) });
  const { startsOn, endsOn, noticeSentOn, documentsSentOn } = before;
  await scope.audit({
    action: "sessions.edit",
    recordType: "session",
    recordId: id,
    summary: `修改${title}`,
    detail: {
      before: factsOf({
        ...before,
        kind: before.kind as Facts["kind"],
        startsOn: dayFromUtc(startsOn),
        endsOn: dayOrNull(endsOn),
        noticeSentOn: dayOrNull(noticeSentOn),
        documentsSentOn: dayOrNull(documentsSentOn),
      }),
      after: factsOf(input),
    },
  });
  return { id };
}

export async function voidSession(scope: TownshipScope, input: ReasonInput) {
  const { id, reason } = input;
  const before = await liveSession(scope, id);
  await changeSession(scope, input, voided(scope, reason));
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
  const voted = before.find((item) => item.votes.length > 0 && !kept.has(item.id));
  if (voted) obey(deny(`议程「${voted.title}」下有表决记录，不能移除。请先移除或改挂那条表决。`));
  await changeSession(scope, input);
  await replaceAgenda(scope, id, agenda);
  await scope.audit({
    action: "sessions.setAgenda",
    recordType: "session",
    recordId: id,
    summary: `登记${sessionTitle(session.term.number, session.number)}议程 ${agenda.length} 项`,
    detail: { before: before.map(({ kind, title, minutes }) => ({ kind, title, minutes })), after: agenda },
  });
  return { id };
}
