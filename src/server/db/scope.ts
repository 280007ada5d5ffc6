import "server-only";
import type { PoolClient } from "pg";
import { notFound } from "@/lib/errors";
import type { AuditEntry } from "@/server/audit/entry";
import { writeAudit, writeAudits } from "@/server/audit/write";
import { type Begun, inTransaction, literally } from "./transaction";
import type { Actor, Rows, Tx } from "./tx";

declare const minted: unique symbol;

type Scope<Kind extends string> = {
  readonly [minted]: Kind;
  readonly tx: Tx;
  readonly actor: Actor;
  /** The database's clock at the beginning of the request; neither a client's time nor the web server's is ever used. */
  readonly now: Date;
  /** Writes the audit row in this very transaction. */
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** The same of many records at once, each of its township: what one act of the county does to them. */
  readonly auditEach: (entries: readonly (AuditEntry & { townshipId: string })[]) => Promise<void>;
  /** How many audit rows this transaction wrote: a command that wrote none is refused. */
  readonly audited: () => number;
};

/** May read (and, as the township itself, write) one township's rows. Data functions take this and nothing else. */
export type TownshipScope = Scope<"township"> & { readonly countyId: string; readonly townshipId: string };
/** What lists of one township take: a township scope that can only read rows, be it the county's or its own. */
export type TownshipReader = Pick<TownshipScope, typeof minted | "now" | "countyId" | "townshipId"> & {
  readonly tx: Rows;
};
/** May read all townships of one county and write the county's own rows. */
export type CountyScope = Scope<"county"> & { readonly countyId: string };
/**
 * Reads the whole county to tell one township where it stands. Minted for `positionQuery` alone: what is computed from
 * it for a township's people must hold nothing of another township but medians and the number of those ranked.
 */
export type PositionScope = CountyScope & { readonly ownTownshipId: string };
/** May manage the accounts of one county. */
export type AccountsScope = Scope<"accounts"> & { readonly countyId: string };
/** May sign people in, and as the platform operator manage counties; sees no business data. */
export type AuthScope = Scope<"auth">;

type Request = {
  actor: Actor;
  /** when the request began, as `check_session` said; without one, when this transaction began */
  now?: Date | undefined;
  /** why records of a frozen year are changed; null where nobody was asked */
  reason?: string | null;
  readOnly: boolean;
};

const nobody: Actor = { accountId: "", name: "", role: "gate", ip: null, requestId: null };

type Tenant = { countyId: string | null; townshipId: string | null };

/** Who asks, and whether anything may be written: what is one person's own is shown to that account alone (ADR 30). */
type Asker = Pick<Request, "readOnly"> & { actor?: Actor };

/** The one way into the database's rows: the function takes role, tenant and account for this transaction alone. */
const opening =
  (role: string, { countyId, townshipId }: Tenant, { readOnly, actor = nobody }: Asker) =>
  (connection: PoolClient) => {
    const account = actor.accountId === "" ? null : actor.accountId;
    const [tenant, own] = [
      literally(connection, [role, countyId, townshipId]),
      literally(connection, [account]),
    ];
    return `SELECT now() AS now FROM app.begin_scope(${tenant}, ${readOnly}, ${own})`;
  };

type ByCode = { as: "county"; countyId: string; code: string };

/** The county's scope, and in the same message which of its townships has this code. */
const openingAt =
  ({ countyId, code }: ByCode, asker: Asker) =>
  (connection: PoolClient) => {
    const [county, named] = [literally(connection, [countyId]), literally(connection, [code])];
    const scope = opening("scope_county", { countyId, townshipId: null }, asker)(connection);
    return `${scope}; SELECT id FROM township WHERE county_id = ${county}::uuid AND code = ${named}`;
  };

const townshipAt = ({ found }: Begun): string => {
  const [township] = found as readonly { id: string }[];
  if (township === undefined) throw notFound();
  return township.id;
};

type Base = Omit<Scope<string>, typeof minted>;

/** What a scope is, once it has begun. @param tenant whose audit chain its changes are written to */
function baseOf(tx: Tx, request: Request, tenant: Tenant, begun: Begun): Base {
  const { actor, now = begun.now, reason = null } = request;
  const change = { actor, now, reason };
  let audited = 0;
  return {
    tx,
    actor,
    now,
    audited: () => audited,
    audit: async (entry) => {
      const countyId = entry.countyId ?? tenant.countyId;
      if (countyId === null) throw new Error("an audit row needs a county");
      await writeAudit(tx, change, { countyId, townshipId: tenant.townshipId }, entry);
      audited += 1;
    },
    auditEach: async (entries) => {
      if (tenant.countyId === null) throw new Error("an audit row needs a county");
      await writeAudits(tx, change, tenant.countyId, entries);
      audited += entries.length;
    },
  };
}

/** A township's scope; those who may see petitions take it under another name, and the policies let them. */
const townshipRole = ({ confidential = false }: { confidential?: boolean }) =>
  confidential ? ("scope_office" as const) : ("scope_township" as const);

async function within<Result>(
  role: "scope_township" | "scope_office" | "scope_county" | "scope_accounts" | "scope_auth",
  tenant: Tenant,
  request: Request,
  work: (base: Base) => Promise<Result>,
): Promise<Result> {
  return inTransaction(
    opening(role, tenant, request),
    (tx, begun) => work(baseOf(tx, request, tenant, begun)),
    request.now,
  );
}

/**
 * One township's transaction. A township's own people enter by its id; the county reads a township's rows, never
 * writes them, and names the township by its code, which must be one of its own. Petitions stay out of sight unless
 * `confidential` is said of somebody who may see them.
 */
export function withTownshipScope<Result>(
  tenant: { as: "township"; countyId: string; townshipId: string; confidential?: boolean } | ByCode,
  request: Request,
  work: (scope: TownshipScope) => Promise<Result>,
): Promise<Result> {
  const { countyId } = tenant;
  if (tenant.as === "township") {
    return within(townshipRole(tenant), tenant, request, (base) =>
      work({ ...base, countyId, townshipId: tenant.townshipId } as TownshipScope),
    );
  }
  return inTransaction(openingAt(tenant, request), (tx, begun) => {
    const base = baseOf(tx, request, { countyId, townshipId: null }, begun);
    return work({ ...base, countyId, townshipId: townshipAt(begun) } as TownshipScope);
  });
}

/** For lists: the same admission and the same scope as `withTownshipScope`, read-only whatever the request is. */
export function withTownshipReader<Result>(
  tenant: Parameters<typeof withTownshipScope>[0],
  now: Date,
  work: (scope: TownshipReader) => Promise<Result>,
): Promise<Result> {
  const { countyId } = tenant;
  const reader = (tx: Tx, townshipId: string) =>
    work({ tx, now, countyId, townshipId } as unknown as TownshipReader);
  if (tenant.as === "township") {
    const { townshipId } = tenant;
    return inTransaction(
      opening(townshipRole(tenant), tenant, { readOnly: true }),
      (tx) => reader(tx, townshipId),
      now,
    );
  }
  return inTransaction(openingAt(tenant, { readOnly: true }), (tx, begun) => reader(tx, townshipAt(begun)));
}

export function withCountyScope<Result>(
  countyId: string,
  request: Request,
  work: (scope: CountyScope) => Promise<Result>,
): Promise<Result> {
  return within("scope_county", { countyId, townshipId: null }, request, (base) =>
    work({ ...base, countyId } as CountyScope),
  );
}

/** Always read-only, whatever the request is: see `PositionScope`. */
export function withPositionScope<Result>(
  tenant: { as: "township"; countyId: string; townshipId: string } | ByCode,
  request: Request,
  work: (scope: PositionScope) => Promise<Result>,
): Promise<Result> {
  const { countyId } = tenant;
  const county = { countyId, townshipId: null };
  const reading = { actor: request.actor, readOnly: true };
  const [begin, own] =
    tenant.as === "township"
      ? [opening("scope_county", county, reading), () => tenant.townshipId]
      : [openingAt(tenant, reading), townshipAt];
  const now = tenant.as === "township" ? request.now : undefined;
  return inTransaction(
    begin,
    (tx, begun) => {
      const base = baseOf(tx, request, county, begun);
      return work({ ...base, countyId, ownTownshipId: own(begun) } as PositionScope);
    },
    now,
  );
}

export function withAccountsScope<Result>(
  countyId: string,
  request: Request,
  work: (scope: AccountsScope) => Promise<Result>,
): Promise<Result> {
  return within("scope_accounts", { countyId, townshipId: null }, request, (base) =>
    work({ ...base, countyId } as AccountsScope),
  );
}

/** @param countyId names the county whose audit chain an operator's change is written to */
export function withAuthScope<Result>(
  work: (scope: AuthScope) => Promise<Result>,
  request: Partial<Request> & { countyId?: string } = {},
): Promise<Result> {
  const { actor = nobody, now, readOnly = false, countyId = null } = request;
  return within("scope_auth", { countyId, townshipId: null }, { actor, now, readOnly }, (base) =>
    work(base as AuthScope),
  );
}
