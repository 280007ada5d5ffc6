import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

export type SuggestionDetail = inferRouterOutputs<AppRouter>["suggestions"]["byId"];
export type UnitDetail = inferRouterOutputs<AppRouter>["units"]["byId"];
export type PeopleOptions = inferRouterOutputs<AppRouter>["suggestions"]["people"];
