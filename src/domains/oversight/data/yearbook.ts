import "server-only";
import { paperYear } from "@/domains/figures/data/paper-year";
import { standingsOf } from "@/domains/figures/data/standings";
import { standingOf, worthOf } from "@/domains/figures/papers/year";
import { suggestionsSaid } from "@/domains/suggestions/rules/funnel";
import { notFound } from "@/lib/errors";
import type { Paper } from "@/lib/papers";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { yearbookPaper } from "../papers/yearbook";
import { imbalanceCodes } from "../rules/imbalances";
import { leaningsSaid, partsOf } from "../rules/yearbook";
import type { OwnYearbookInput, YearbookInput } from "../schema";
import { builtOf, type stages } from "./picture";

/** The year's work of every township, a page each, and of the county in front of them. */
async function bookOf(scope: CountyScope | PositionScope, year: number) {
  const standings = await standingsOf(scope, year);
  const { imbalances, funnel } = await builtOf(scope, year);
  const facts = await paperYear(scope, standings);
  const sum = (stage: (typeof stages)[number]) => funnel.reduce((all, own) => all + own[stage], 0);
  return {
    head: {
      ...{ year, today: facts.today, county: facts.county, years: standings.years },
      ...{ standing: standingOf(facts), worth: worthOf(facts) },
    },
    whole: {
      suggestions: suggestionsSaid({
        ...{ raised: sum("raised"), assigned: sum("assigned"), replied: sum("replied") },
        ...{ satisfied: sum("satisfied"), solved: sum("solved") },
      }),
      imbalances: imbalances.map(({ finding }) => finding),
    },
    pages: standings.townships.map(({ township, cells }) => {
      const { id, code, name, shortName, class: ofClass } = township;
      const staged = funnel.find((one) => one.code === code);
      const leanings = imbalanceCodes.flatMap((key) => {
        const own = imbalances.find((one) => one.code === key)?.townships.find((one) => one.code === code);
        return own === undefined ? [] : [{ ...own, code: key }];
      });
      return {
        id,
        page: {
          township: { code, name, shortName, class: ofClass },
          parts: partsOf(cells),
          suggestions: staged === undefined ? "" : suggestionsSaid(staged),
          leanings: leaningsSaid(leanings),
        },
      };
    }),
  };
}

/** The county's yearbook, or one township's page of it. */
export async function yearbook(scope: CountyScope, { year, township }: YearbookInput) {
  const { head, whole, pages } = await bookOf(scope, year);
  const all = pages.map(({ page }) => page);
  const shown = all.filter((page) => township === null || page.township.code === township);
  if (township !== null && shown.length === 0) throw notFound();
  return { head, whole, townships: all.map((page) => page.township), pages: shown };
}

/** A township's own page; of the county and of others it says nothing. */
export async function ownYearbook(scope: PositionScope, { year }: OwnYearbookInput) {
  const { head, pages } = await bookOf(scope, year);
  const own = pages.find(({ id }) => id === scope.ownTownshipId);
  if (own === undefined) throw notFound();
  return { head, page: own.page };
}

/** The yearbook as Word: of the county with all its townships, or of one. */
export async function exportYearbook(scope: CountyScope, input: YearbookInput): Promise<Paper> {
  const { head, whole, pages } = await yearbook(scope, input);
  return yearbookPaper(head, input.township === null ? whole : null, pages);
}
