import "server-only";
import type { CountyScope } from "@/server/db/scope";
import type { HomeInput } from "../schema";
import { today } from "./cards";
import { home } from "./picture";

/** What a projector shows: counts alone, and no card that is nobody's business in the hall. */
export async function meeting(scope: CountyScope, input: HomeInput) {
  const { cards } = await today(scope);
  return { ...(await home(scope, input)), cards: cards.filter(({ closed }) => !closed) };
}

export type Meeting = Awaited<ReturnType<typeof meeting>>;
