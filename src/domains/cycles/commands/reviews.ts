import "server-only";
import { countyStaff } from "@/domains/accounts/data";
import { advocatesOf } from "@/domains/liaison/data/contacts";
import { comparedTownship } from "@/domains/tenancy/data";
import { notFound } from "@/lib/errors";
import { deny } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { begunCycle } from "../data/cycle";
import {
  bothSubmitted,
  inSeat,
  keepOpinion,
  keepReview,
  keepSeat,
  reviewersOf,
  sittingOf,
} from "../data/reviews";
import { reviewedOf, saidOf } from "../data/standing";
import { apartOf, settledOf } from "../rules/deciding";
import { valueSaid } from "../labels";
import { type Item, sameItem } from "../rules/items";
import { mayOpine, mayReview, maySeat, maySubmitReview, seatNames } from "../rules/reviewing";
import type { OpinionInput, SeatInput, SubmitReviewInput } from "../schema";

/** Asks somebody of the county to review a township; whoever looks after it is refused. */
export async function seatReviewer(scope: CountyScope, { year, of: code, seat, accountId }: SeatInput) {
  const township = await comparedTownship(scope, { code });
  const person = (await countyStaff(scope.tx)).find(({ id, active }) => active && id === accountId);
  if (person === undefined) throw notFound();
  const cycle = await begunCycle(scope, year);
  const contacts = await advocatesOf(scope, year);
  const reviewers = await reviewersOf(scope, cycle.kept.id, township.id);
  const sits = inSeat(reviewers, seat);
  obey(
    maySeat({
      ...{ seat, township: township.name, stage: cycle.stage },
      candidate: {
        ...{ accountId, name: person.name },
        isContact: contacts.some((one) => one.townshipId === township.id && one.accountId === accountId),
      },
      seated: Object.fromEntries(reviewers.map((one) => [one.seat, one.accountId])),
      submitted: sits !== undefined && sits.submittedOn !== null,
    }),
  );
  const { name } = person;
  const place = { townshipId: township.id, cycleId: cycle.kept.id };
  const id = await keepSeat(scope, place, { seat, accountId, name });
  await scope.audit({
    action: "cycles.seatReviewer",
    recordType: "cycleReviewer",
    recordId: id,
    summary: `${year} 年考核${township.name}的${seatNames[seat]}：${name}`,
    detail: difference(sits === undefined ? null : { accountName: sits.name }, { accountName: name }),
  });
  return { id };
}

/** A township under review, with the seat of whoever asks. */
async function reviewing(scope: CountyScope, year: number, code: string) {
  const township = await comparedTownship(scope, { code });
  const cycle = await begunCycle(scope, year);
  const said = await saidOf(scope, cycle);
  const frozen = said.basis.townships.find(({ id }) => id === township.id);
  if (frozen === undefined) throw notFound();
  const reviewers = said.reviewers.filter(({ townshipId }) => townshipId === township.id);
  const own = reviewers.find(({ accountId }) => accountId === scope.actor.accountId) ?? null;
  const sitting = own === null ? null : sittingOf(own, await advocatesOf(scope, year));
  obey(mayReview(cycle.stage, sitting, bothSubmitted(reviewers)));
  if (own === null) throw new Error("the rule refuses whoever has no seat");
  return { township, cycle, said, own, reviewed: reviewedOf(frozen, said.opinions, []) };
}

type Reviewing = Awaited<ReturnType<typeof reviewing>>;

/** What the two reviewers left to somebody else, whoever has already had the last word on it. */
const disputed = ({ said, reviewed }: Reviewing): Item[] => {
  const opinions = reviewed.opinions.filter(({ seat }) => seat !== "moderator");
  return apartOf(settledOf(said.items, { ...reviewed, opinions }));
};

/** A reviewer's word on an item; who keeps the system's points need not say anything. */
export async function opine(scope: CountyScope, input: OpinionInput) {
  const { year, of: code, kind, code: item, value, reason, version } = input;
  const review = await reviewing(scope, year, code);
  const { township, cycle, said, own } = review;
  const found = said.items.find((one) => sameItem(one, { kind, code: item }));
  if (found === undefined) throw notFound();
  obey(mayOpine(found, value));
  if (own.seat === "moderator" && !disputed(review).some((one) => sameItem(one, found)))
    obey(deny(`“${found.name}”两名评审没有大的分歧，不用协调。`));
  const place = { townshipId: township.id, cycleId: cycle.kept.id };
  const { before } = await keepOpinion(scope, place, found, { value, reason, version });
  await scope.audit({
    action: "cycles.opine",
    recordType: "cycleReviewer",
    recordId: own.id,
    summary: `${year} 年考核评审${township.name}：${found.name}`,
    detail: { ...difference(before, { value, reason }), item: found.name, said: valueSaid(kind, value) },
  });
  return { id: own.id };
}

/** What must be scored before a seat hands in: what only people can score, or what lies apart. */
function missingOf(review: Reviewing): string[] {
  const { said, reviewed, own } = review;
  if (own.seat === "moderator")
    return apartOf(settledOf(said.items, reviewed)).map(({ code, name }) => `${code} ${name}`);
  return said.items.flatMap((item) => {
    const given = reviewed.opinions.some((one) => one.seat === own.seat && sameItem(one, item));
    return item.manual && !given ? [`${item.code} ${item.name}`] : [];
  });
}

export async function submitReview(scope: CountyScope, { year, of: code }: SubmitReviewInput) {
  const review = await reviewing(scope, year, code);
  const { township, own, cycle } = review;
  obey(maySubmitReview(missingOf(review)));
  await keepReview(scope, own);
  await scope.audit({
    action: "cycles.submitReview",
    recordType: "cycleReviewer",
    recordId: own.id,
    summary: `${seatNames[own.seat]}提交 ${year} 年考核对${township.name}的评审`,
    occurredOn: cycle.today,
  });
  return { id: own.id };
}
