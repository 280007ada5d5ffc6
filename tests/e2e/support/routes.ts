import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { recordKinds } from "@/domains/record-kinds";
import type { AnyKind } from "@/lib/records/kind";
import { countyHome, home, world } from "./browser";
import type { AccountKey } from "./world";

/** Every address the application answers with a page, as Next reads them from the folders. */
export function routesOfApp(): string[] {
  const app = resolve("src/app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => join("/", file).endsWith("/page.tsx"));
  // A folder in brackets groups pages that have a frame of their own, and is no part of the address.
  const address = (file: string) =>
    join("/", file)
      .replace(/\/page\.tsx$/, "")
      .replace(/\/\([^)]*\)/g, "");
  return pages.map((file) => address(file) || "/").sort();
}

export type Visit = { route: string; who: AccountKey | null; path: string };

const { deputy, session, meeting, suggestion, finding } = world.records;

/** How each page is reached, below the area's own address. */
const township: Record<string, string> = {
  "": "",
  "/assessment": "/assessment",
  "/assessment/one-page": "/assessment/one-page",
  "/assessment/scheme": "/assessment/scheme",
  "/assessment/signals": "/assessment/signals",
  "/assessment/self": "/assessment/self",
  "/assessment/appeal": "/assessment/appeal",
  "/assessment/checks": "/assessment/checks",
  "/assessment/subjects": "/assessment/subjects",
  "/assessment/subjects/[id]": `/assessment/subjects/${world.records.unit}?view=unit&year=2026`,
  "/books": "/books",
  "/books/[book]": "/books/suggestions?year=2026",
  "/calendar": "/calendar",
  "/deputies": "/deputies",
  "/deputies/[id]": `/deputies/${deputy}`,
  "/deputies/[id]/edit": `/deputies/${deputy}/edit`,
  "/deputies/groups": "/deputies/groups",
  "/deputies/import": "/deputies/import",
  "/deputies/new": "/deputies/new",
  "/deputies/standard": "/deputies/standard",
  "/help": "/help",
  "/exchange": "/exchange",
  "/exchange/[id]": `/exchange/${world.records["gatheringInvitation"] ?? ""}`,
  "/exchange/learn": "/exchange/learn?year=2026",
  "/joint": "/joint",
  "/joint/[id]": `/joint/${world.records["jointPart"] ?? ""}`,
  "/joint/[id]/check": `/joint/${world.records["jointPart"] ?? ""}/check`,
  "/data-requests": "/data-requests",
  "/data-requests/[id]": `/data-requests/${world.records["dataAsk"] ?? ""}`,
  "/new": "/new?of=training",
  "/notices": "/notices",
  "/notices/[id]": `/notices/${world.records["noticeReceipt"] ?? ""}`,
  "/reminders": "/reminders",
  "/requests": "/requests",
  "/requests/[id]": `/requests/${world.records["townshipRequest"] ?? ""}`,
  "/requests/contacts": "/requests/contacts",
  "/requests/ledger": "/requests/ledger",
  "/practices": "/practices?q=小结",
  "/practices/[id]": `/practices/${world.records["practiceEdition"] ?? ""}`,
  "/practices/own": "/practices/own",
  "/practices/own/new": "/practices/own/new",
  "/practices/own/[id]": `/practices/own/${world.records["practice"] ?? ""}`,
  "/practices/own/[id]/edit": `/practices/own/${world.records["practice"] ?? ""}/edit`,
  "/practices/adoptions": "/practices/adoptions",
  "/practices/adoptions/[id]": `/practices/adoptions/${world.records["practiceAdoption"] ?? ""}`,
  "/presidium/[id]/attendance": `/presidium/${meeting}/attendance`,
  "/search": "/search?q=排水",
  "/sessions": "/sessions",
  "/sessions/[id]": `/sessions/${session}`,
  "/sessions/[id]/attendance": `/sessions/${session}/attendance`,
  "/sessions/[id]/edit": `/sessions/${session}/edit`,
  "/sessions/new": "/sessions/new",
  "/settings": "/settings",
  "/settings/workdays": "/settings/workdays?year=2027",
  "/suggestions": "/suggestions",
  "/suggestions/[id]": `/suggestions/${suggestion}`,
  "/suggestions/[id]/edit": `/suggestions/${suggestion}/edit`,
  "/suggestions/import": "/suggestions/import",
  "/suggestions/new": "/suggestions/new",
  "/suggestions/closed": "/suggestions/closed",
  "/suggestions/units": "/suggestions/units",
  "/summary": "/summary?year=2026",
  "/yearbook": "/yearbook?year=2026",
  "/supervision/findings": "/supervision/findings",
  "/supervision/findings/[id]": `/supervision/findings/${finding}`,
  "/basics": "/basics",
  "/[...record]": "/no/such/page",
};

/** Every page of every kind that is said once: its list, a new one, one of them, and changing it. */
export const visitsOf = ({ type, path }: Pick<AnyKind, "type" | "path">): string[] => {
  const one = `/${path}/${world.records[type] ?? ""}`;
  return [`/${path}`, `/${path}/new`, one, `${one}/edit`];
};

const county: Record<string, string> = {
  "": "",
  "/assessment": "/assessment",
  "/assessment/scheme": "/assessment/scheme",
  "/basics": "/basics",
  "/assessment/scheme/[id]": `/assessment/scheme/${world.records["scheme"]}`,
  "/assessment/scheme/[id]/difference": `/assessment/scheme/${world.records["scheme"]}/difference`,
  "/assessment/scheme/import": "/assessment/scheme/import",
  "/assessment/[township]": `/assessment/${world.township.code}`,
  "/assessment/one-page": "/assessment/one-page",
  "/assessment/metrics": "/assessment/metrics",
  "/assessment/what-if": "/assessment/what-if",
  "/assessment/cycle": "/assessment/cycle",
  "/assessment/cycle/appeals": "/assessment/cycle/appeals",
  "/assessment/cycle/result": "/assessment/cycle/result",
  "/assessment/cycle/[township]": `/assessment/cycle/${world.township.code}`,
  "/assessment/checks": "/assessment/checks",
  "/assessment/subjects": "/assessment/subjects",
  "/assessment/subjects/[id]": `/assessment/subjects/${world.records.unit}?view=unit&year=2026`,
  "/calendar": "/calendar?month=2026-03",
  "/compare": `/compare?cell=C4.${world.township.code}`,
  "/compare/any": `/compare/any?metrics=C1,M01&years=2026,2025&cell=C1.${world.township.code}.2026`,
  "/guidance": "/guidance",
  "/help": "/help",
  "/handed": "/handed",
  "/exchange": "/exchange",
  "/exchange/[id]": `/exchange/${world.records["gathering"] ?? ""}`,
  "/exchange/match": "/exchange/match?year=2026",
  "/joint": "/joint",
  "/joint/[id]": `/joint/${world.records["jointTask"] ?? ""}`,
  "/joint/burden": "/joint/burden",
  "/joint/plan": "/joint/plan",
  "/joint/raised": "/joint/raised",
  "/joint/raised/[id]": `/joint/raised/${world.records["raisedFinding"] ?? ""}`,
  "/joint/requests": "/joint/requests",
  "/joint/requests/[id]": `/joint/requests/${world.records["dataRequest"] ?? ""}`,
  "/joint/settings": "/joint/settings",
  "/joint/[id]/draw": `/joint/${world.records["jointTask"] ?? ""}/draw`,
  "/joint/[id]/report": `/joint/${world.records["jointTask"] ?? ""}/report`,
  "/joint/[id]/ratings": `/joint/${world.records["jointTask"] ?? ""}/ratings`,
  "/practices": "/practices",
  "/practices/[id]": `/practices/${world.records["practiceEdition"] ?? ""}`,
  "/practices/review": "/practices/review",
  "/practices/review/[id]": `/practices/review/${world.records["practiceWaiting"] ?? ""}`,
  "/integrity": "/integrity",
  "/liaison/contacts": "/liaison/contacts",
  "/meeting": "/meeting?slide=3",
  "/rows": "/rows?of=suggestions.raised&year=2026",
  "/yearbook": "/yearbook?year=2026",
  "/liaison/contacts/log": "/liaison/contacts/log",
  "/notices": "/notices",
  "/notices/[id]": `/notices/${world.records["notice"] ?? ""}`,
  "/reminders": "/reminders",
  "/requests": "/requests",
  "/requests/[id]": `/requests/${world.records["townshipRequest"] ?? ""}`,
  "/requests/ledger": "/requests/ledger",
  "/search": "/search?q=排水",
  "/settings": "/settings",
  "/settings/workdays": "/settings/workdays?year=2027",
  "/settings/exports": "/settings/exports",
  "/townships": "/townships",
  "/townships/import": "/townships/import",
  "/[...unknown]": "/no/such/page",
};

const below = (area: string, base: string, who: AccountKey, paths: Record<string, string>): Visit[] =>
  Object.entries(paths).map(([route, path]) => ({ route: `${area}${route}`, who, path: `${base}${path}` }));

export const visits: readonly Visit[] = [
  { route: "/sign-in", who: null, path: "/sign-in" },
  { route: "/", who: "staff", path: "/" },
  { route: "/account/password", who: "staff", path: "/account/password" },
  ...below("/t/[township]", home, "staff", township),
  ...recordKinds
    .flatMap(visitsOf)
    .map((path): Visit => ({ route: "/t/[township]/[...record]", who: "staff", path: `${home}${path}` })),
  { route: "/no-permission", who: "viewer", path: `${home}/suggestions/new` },
  ...below("/c/[county]", countyHome, "county", county),
  { route: "/t/[township]", who: "county", path: home },
  { route: "/no-permission", who: "county", path: `${home}/deputies/import` },
  { route: "/c/[county]/accounts", who: "accountAdmin", path: `${countyHome}/accounts` },
  { route: "/no-permission", who: "accountAdmin", path: `${countyHome}/compare` },
  { route: "/platform", who: "operator", path: "/platform" },
  { route: "/no-permission", who: "operator", path: "/no-permission" },
];
