import "server-only";
import { v7 as uuid } from "uuid";
import { countyStaff } from "@/domains/accounts/data";
import { type Day, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import { isoTime } from "@/server/db/told";
import type { ExportScope } from "../rules/scopes";
import { lastDayFrom, tokenStateOf } from "../rules/tokens";
import type { IssueInput, RevokeInput } from "../schema";

const { sql } = Prisma;

type Stored = {
  id: string;
  name: string;
  scopes: ExportScope[];
  /** its last four signs, by which an office tells two apart */
  end: string;
  expiresOn: Day;
  issuedAt: string;
  issuer: string;
  issuedByName: string;
  revokedAt: string | null;
  revokedByName: string | null;
  revokeReason: string | null;
  lastUsedOn: Day | null;
  uses: number;
  version: number;
};

const stored = ({ tx, countyId }: CountyScope) => tx.$queryRaw<Stored[]>`
  SELECT id, name, scopes, token_end AS "end", expires_on::text AS "expiresOn", ${isoTime(sql`issued_at`)} AS "issuedAt",
    issued_by AS issuer, issued_by_name AS "issuedByName", ${isoTime(sql`revoked_at`)} AS "revokedAt",
    revoked_by_name AS "revokedByName", revoke_reason AS "revokeReason", last_used_on::text AS "lastUsedOn",
    uses::float8, version
  FROM export_token WHERE county_id = ${countyId}::uuid ORDER BY issued_at DESC, id LIMIT 500`;

const stateOn = ({ expiresOn, revokedAt }: Stored, today: Day) =>
  tokenStateOf({ expiresOn, revoked: revokedAt !== null }, today);

/** The county's tokens, the newest first, never their secret. A token outlives its issuer's account, and the list says so. */
export async function tokens(scope: CountyScope) {
  const today = dayOf(scope.now);
  const rows = await stored(scope);
  const staff = await countyStaff(scope.tx);
  const left = new Set(staff.flatMap(({ id, active }) => (active ? [] : [id])));
  return {
    today,
    lastDay: lastDayFrom(today),
    tokens: rows.map(({ issuer, ...row }) => ({
      ...row,
      state: stateOn({ issuer, ...row }, today),
      issuerLeft: left.has(issuer),
    })),
  };
}

export type Tokens = Awaited<ReturnType<typeof tokens>>;

export async function validNames(scope: CountyScope): Promise<string[]> {
  const today = dayOf(scope.now);
  return (await stored(scope)).filter((row) => stateOn(row, today) === "valid").map(({ name }) => name);
}

/** One of the county's that was not revoked yet. */
export async function openToken(scope: CountyScope, id: string): Promise<Stored> {
  const found = (await stored(scope)).find((row) => row.id === id && row.revokedAt === null);
  if (found === undefined) throw notFound();
  return found;
}

export async function keepToken(
  { tx, countyId, actor, now }: CountyScope,
  { name, scopes, expiresOn }: Pick<IssueInput, "name" | "scopes" | "expiresOn">,
  { hash, end }: { hash: Buffer; end: string },
): Promise<string> {
  const id = uuid();
  await tx.$executeRaw`
    INSERT INTO export_token (county_id, id, name, scopes, token_hash, token_end, expires_on, issued_at, issued_by, issued_by_name)
    VALUES (${countyId}::uuid, ${id}::uuid, ${name}, ${scopes}::text[], ${hash}, ${end}, ${expiresOn}::date, ${now},
      ${actor.accountId}::uuid, ${actor.name})`;
  return id;
}

export async function endToken(
  { tx, countyId, actor, now }: CountyScope,
  { id, version, reason }: RevokeInput,
): Promise<void> {
  const ended = await tx.$executeRaw`
    UPDATE export_token SET revoked_at = ${now}, revoked_by_name = ${actor.name}, revoke_reason = ${reason}, version = version + 1
    WHERE county_id = ${countyId}::uuid AND id = ${id}::uuid AND version = ${version}::int AND revoked_at IS NULL`;
  assertOneChanged(ended);
}
