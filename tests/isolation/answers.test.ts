import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures } from "@/server/trpc/registry";
import { behind } from "../integration/http/web";
import { allCases } from "./cases/all";
import { callerFor, createWorld, type World } from "./world";

/** Columns that no answer may carry: whoever hands out a whole row hands these out with it. */
const neverShown = [
  "passwordHash",
  "password_hash",
  "tokenHash",
  "token_hash",
  "failedAttempts",
  "lockedUntil",
  "passwordChangedAt",
  "enteredBy",
  "editedBy",
  "voidedBy",
  "uploadedBy",
  "prevHash",
  "requestHash",
  "sha256",
  "countyId",
  "county_id",
  "editedAt",
];
/** When a step was entered is for the figures to judge; no page shows it as a column. */
const enteredOn = /.EnteredOn$/;
/** Where a telephone number leaves by name: the one that was asked for with a reason, and offices' own. */
const showsPhone = ["deputies.revealPhone"];

let world: World;
let phones: string[];
let hashes: string[];

beforeAll(async () => {
  world = await createWorld();
  const counties = [...new Set(world.places.map(({ county }) => county.id))];
  await behind(
    `UPDATE deputy d SET phone = n.phone FROM (SELECT county_id, township_id, id, (13800000000 + row_number() OVER (ORDER BY id))::text AS phone
       FROM deputy WHERE county_id = ANY($1)) n
     WHERE d.county_id = n.county_id AND d.township_id = n.township_id AND d.id = n.id`,
    [counties],
  );
  const rows = await behind<{ phone: string }>("SELECT phone FROM deputy WHERE county_id = ANY($1)", [
    counties,
  ]);
  phones = rows.map(({ phone }) => phone);
  const accounts = await behind<{ hash: string }>(
    "SELECT password_hash AS hash FROM account WHERE county_id = ANY($1)",
    [counties],
  );
  hashes = accounts.map(({ hash }) => hash);
}, 240_000);

/** Every key of an answer with the way to it, list places left out. */
const keysOf = (value: unknown, at = ""): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const place = Array.isArray(value) ? at : `${at}.${key}`;
        return [place, ...keysOf(inner, place)];
      });

const isNeverShown = (place: string): boolean => {
  const name = place.split(".").at(-1) ?? "";
  return neverShown.includes(name) || enteredOn.test(name);
};

/** All that leaves: the value, or the refusal's sentence and details, as the error formatter gives them out. */
async function leaving(path: string, input: unknown): Promise<unknown[]> {
  const permission = listProcedures().find((one) => one.path === path)?.permission;
  const all: unknown[] = [];
  for (const role of roles.filter((one) => permission !== undefined && may(one, permission))) {
    const procedure = path
      .split(".")
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], callerFor(role, world.home)) as (
      input: unknown,
    ) => Promise<unknown>;
    try {
      all.push(await procedure(input));
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      all.push({
        message: error.message,
        details: (error.cause as { details?: unknown } | undefined)?.details,
      });
    }
  }
  return all;
}

/** The case's call; the same call for a row somebody else has saved meanwhile; and one too many of what exists. */
const callsOf = (path: string): Record<string, unknown>[] => {
  const input = () => ({ ...allCases[path]?.input(world.home) });
  const first = input();
  const withKey = (one: Record<string, unknown>) =>
    "idempotencyKey" in one ? { ...one, idempotencyKey: randomUUID() } : one;
  const stale = "version" in first ? [{ ...first, version: 999 }] : [];
  return [...stale, first, input()].map(withKey);
};

describe.each(listProcedures())("$path", ({ path }) => {
  test("answers and refuses with declared columns alone: no telephone, no hash, no whole row [S6][S66][PIPL]", async () => {
    for (const input of callsOf(path)) {
      const left = await leaving(path, input);
      const text = JSON.stringify(left);
      const secrets = [...hashes, ...(showsPhone.includes(path) ? [] : phones)];
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect([...new Set(keysOf(left))].filter(isNeverShown)).toEqual([]);
    }
  });
});
