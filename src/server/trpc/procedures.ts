import "server-only";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { AppError, notFound } from "@/lib/errors";
import { tenantKindOf } from "@/lib/roles";
import { may, type Permission } from "@/server/auth/permissions";
import { expectWithinLimit } from "@/server/auth/rate-limit";
import { recordDenial } from "@/server/auth/denials";
import type { SessionOnRequest } from "@/server/auth/session";
import {
  type PositionScope,
  withAccountsScope,
  withCountyScope,
  withPositionScope,
  withTownshipReader,
  withTownshipScope,
} from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { refusalOf } from "@/server/db/sql-state";
import { inTurnOf } from "@/server/db/turns";
import { laneOf } from "./heavy";
import { type Context, type ScopeKind, t, toTrpcError } from "./init";

/** Every refusal leaves as the same kind of error, and refusals for want of a right are written down. */
const mapErrors = t.middleware(async ({ ctx, next, path, type }) => {
  const result = await next().catch((error: unknown) => ({ ok: false as const, error: error as Error }));
  if (result.ok) return result;
  const cause = result.error instanceof TRPCError ? (result.error.cause ?? result.error) : result.error;
  const refusal = cause instanceof AppError ? cause : refusalOf(cause, type !== "query");
  if (refusal === null) throw result.error;
  if (refusal.code === "NOT_FOUND" || refusal.code === "FORBIDDEN")
    await recordDenial(ctx, path, refusal).catch((error: unknown) => {
      // A refusal that cannot be written down is an outage, and told as one.
      const outage = refusalOf(error);
      throw outage === null ? error : toTrpcError(outage);
    });
  throw toTrpcError(refusal);
});

export function admitted(session: SessionOnRequest | null, permission: Permission): SessionOnRequest {
  if (session === null) throw new AppError("UNAUTHORIZED", "登录已失效，请重新登录。");
  if (session.mustChangePassword && permission !== "accounts:self") {
    throw new AppError("FORBIDDEN", "请先修改初始密码，再使用其他功能。");
  }
  if (!may(session.role, permission)) {
    throw new AppError("FORBIDDEN", "您的岗位没有办理这件事的权限，需要时请找本单位账号管理员。");
  }
  return session;
}

const actorOf = (session: SessionOnRequest, ctx: Context): Actor => ({
  accountId: session.accountId,
  name: session.displayName,
  role: session.role,
  ip: ctx.ip,
  requestId: ctx.requestId,
});

export const requestOf = (session: SessionOnRequest, ctx: Context, type: string) => ({
  actor: actorOf(session, ctx),
  now: ctx.now,
  reason: ctx.reason ?? null,
  readOnly: type === "query",
});

/** A change is accounted for by its audit row, or because it was made, and audited, under the same key before [S74]. */
const accountedFor =
  (type: string, call: { replayed: { yes: boolean } }, scope: { audited: () => number }) => (): boolean =>
    type === "query" || call.replayed.yes || scope.audited() > 0;

/** A failed step must fail the transaction too: tRPC hands errors back as values, so they are thrown again here. */
function settle<Result extends { ok: boolean }>(result: Result, wrote: () => boolean): Result {
  // tRPC types a failed result without its error at this place; it is always there.
  if (!result.ok) throw (result as unknown as { error: Error }).error;
  if (!wrote()) throw new Error("a command must write an audit row");
  return result;
}

const withPermission = (permission: Permission, scope: ScopeKind) =>
  t.procedure
    .meta({ permission, scope })
    .use(mapErrors)
    .use(async ({ ctx, path, next }) => {
      const session = admitted(ctx.session, permission);
      await expectWithinLimit(path, session.accountId);
      return next({ ctx: { session, replayed: { yes: false } } });
    });

const namedTownship = z.looseObject({ township: z.string() });
const townshipCode = /^\d{9}$/;

/** The township named in the input, if this session may look into it; otherwise it does not exist for it [S1]. */
export function townshipOf(session: SessionOnRequest, input: unknown) {
  const named = namedTownship.safeParse(input);
  if (!named.success) throw new AppError("BAD_REQUEST", "请求没有写明是哪个乡镇，请从菜单重新进入。");
  const code = named.data.township;
  const { countyId, countyCode } = session;
  // Every township's code begins with its county's.
  if (countyId === null || countyCode === null || !townshipCode.test(code) || !code.startsWith(countyCode))
    throw notFound();
  if (tenantKindOf(session.role) === "county") return { countyId, code, as: "county" as const };
  if (session.townshipId === null || session.townshipCode !== code) throw notFound();
  const confidential = may(session.role, "petitions:read");
  return { countyId, townshipId: session.townshipId, as: "township" as const, confidential };
}

/** Heavy work waits here for its turn; the rest passes. */
const inTurn = t.middleware(({ path, signal, next }) => {
  const lane = laneOf(path);
  return lane === null ? next() : inTurnOf(lane)(() => next(), signal);
});

/*
 * Procedures take their input in one order: who asks, for which tenant, what; then heavy ones wait for their turn; and
 * only then a transaction opens. Whoever may not ask learns nothing of the input, and what is refused for its input, or
 * waits, costs no connection.
 */
const ofTownship = (permission: Permission) =>
  withPermission(permission, "township").use(async ({ ctx, getRawInput, next }) =>
    next({ ctx: { tenant: townshipOf(ctx.session, await getRawInput()) } }),
  );

const ofCounty = (permission: Permission, scope: ScopeKind) =>
  withPermission(permission, scope).use(({ ctx, next }) => {
    const { countyId } = ctx.session;
    if (countyId === null) throw notFound();
    return next({ ctx: { countyId } });
  });

function townshipProcedure(permission: Permission) {
  const asked = ofTownship(permission);
  return {
    input: <Schema extends z.ZodType>(schema: Schema) =>
      asked
        .input(schema)
        .use(inTurn)
        .use(({ ctx, type, next }) =>
          withTownshipScope(ctx.tenant, requestOf(ctx.session, ctx, type), async (scope) =>
            settle(await next({ ctx: { scope } }), accountedFor(type, ctx, scope)),
          ),
        ),
  };
}

/** For a township's lists: admitted like any township's procedure, and read by plain statements alone. */
function townshipListProcedure(permission: Permission) {
  const asked = ofTownship(permission);
  return {
    input: <Schema extends z.ZodType>(schema: Schema) =>
      asked
        .input(schema)
        .use(inTurn)
        .use(({ ctx, next }) =>
          withTownshipReader(ctx.tenant, ctx.now, async (scope) =>
            settle(await next({ ctx: { scope } }), () => true),
          ),
        ),
  };
}

/**
 * For a township that asks where it stands among its peers: admitted like any township's procedure, yet read in its
 * county's scope, because a rank cannot be computed from one's own rows. It is a query only, and one transaction:
 * a second one beside the township's own would have each request wait for two connections of the pool.
 */
function positionProcedure(permission: Permission) {
  const asked = ofTownship(permission);
  return {
    input: <Schema extends z.ZodType>(schema: Schema) =>
      asked
        .input(schema)
        .use(inTurn)
        .use(({ ctx, type, next }) =>
          withPositionScope(ctx.tenant, requestOf(ctx.session, ctx, type), async (scope) =>
            settle(await next({ ctx: { scope } }), () => type === "query"),
          ),
        ),
  };
}

/**
 * For a township's command that answers to what only its county's rows tell. That is looked at first, in a transaction of
 * its own that has ended when the command's opens; `look` refuses what is not there.
 */
function answeringProcedure<Input>(
  permission: Permission,
  look: (scope: PositionScope, input: Input) => Promise<void>,
) {
  const asked = ofTownship(permission);
  return {
    input: <Schema extends z.ZodType<Input>>(schema: Schema) =>
      asked
        .input(schema)
        .use(inTurn)
        .use(async ({ ctx, input, next }) => {
          const reading = requestOf(ctx.session, ctx, "query");
          await withPositionScope(ctx.tenant, reading, (scope) => look(scope, input));
          return next();
        })
        .use(({ ctx, type, next }) =>
          withTownshipScope(ctx.tenant, requestOf(ctx.session, ctx, type), async (scope) =>
            settle(await next({ ctx: { scope } }), accountedFor(type, ctx, scope)),
          ),
        ),
  };
}

function countyProcedure(permission: Permission) {
  const asked = ofCounty(permission, "county");
  return {
    input: <Schema extends z.ZodType>(schema: Schema) =>
      asked
        .input(schema)
        .use(inTurn)
        .use(({ ctx, type, next }) =>
          withCountyScope(ctx.countyId, requestOf(ctx.session, ctx, type), async (scope) =>
            settle(await next({ ctx: { scope } }), accountedFor(type, ctx, scope)),
          ),
        ),
  };
}

function accountsProcedure<Prepared>(permission: Permission, prepare: () => Promise<Prepared>) {
  const asked = ofCounty(permission, "accounts");
  return {
    input: <Schema extends z.ZodType>(schema: Schema) =>
      asked
        .input(schema)
        .use(async ({ next }) => next({ ctx: { prepared: await prepare() } }))
        .use(({ ctx, type, next }) =>
          withAccountsScope(ctx.countyId, requestOf(ctx.session, ctx, type), async (scope) =>
            settle(await next({ ctx: { scope } }), accountedFor(type, ctx, scope)),
          ),
        ),
  };
}

/** For a person's own account and for the platform operator; the command opens its own scope and audits there. */
function authProcedure(permission: Permission) {
  return withPermission(permission, "auth").use(({ ctx, next }) =>
    next({ ctx: { actor: actorOf(ctx.session, ctx) } }),
  );
}

export const townshipQuery = townshipProcedure;
export const townshipList = townshipListProcedure;
export const townshipCommand = townshipProcedure;
export const positionQuery = positionProcedure;
export const answeringCommand = answeringProcedure;
export const countyQuery = countyProcedure;
export const countyCommand = countyProcedure;
export const accountsQuery = (permission: Permission) =>
  accountsProcedure(permission, () => Promise.resolve(null));
/** @param prepare slow work, such as hashing a password, done before the transaction opens */
export const accountsCommand = accountsProcedure;
export const authQuery = authProcedure;
export const authCommand = authProcedure;
