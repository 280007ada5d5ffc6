import { command, query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { accountsCommand, accountsQuery, authCommand, authQuery } from "@/server/trpc/procedures";
import { endedFor } from "@/server/auth/sign-in";
import { withAuthScope } from "@/server/db/scope";
import {
  changePassword,
  createAccount,
  createCounty,
  createCountyAdmin,
  editAccount,
  newFirstPassword,
  resetPassword,
} from "./commands";
import { listAccounts, listCounties, townshipOptions } from "./data";
import {
  accountsInput,
  nothingInput,
  type CreateAccountInput,
  type ResetPasswordInput,
  changePasswordInput,
  createAccountInput,
  createCountyAdminInput,
  createCountyInput,
  editAccountInput,
  resetPasswordInput,
} from "./schema";

const nothing = () => Promise.resolve(null);

export const accountsRouter = router({
  me: authQuery("accounts:self").query(({ ctx: { session } }) => ({
    displayName: session.displayName,
    username: session.username,
    role: session.role,
    mustChangePassword: session.mustChangePassword,
    countyName: session.countyName,
    townshipName: session.townshipName,
  })),
  // Asked once, right after a sign-in.
  endedForMe: authQuery("accounts:self").query(({ ctx: { session } }) =>
    withAuthScope((scope) => endedFor(scope, session.sessionId), { readOnly: true }),
  ),
  changePassword: authCommand("accounts:self")
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.actor, input)),

  list: accountsQuery("accounts:manage").input(accountsInput).query(query(listAccounts)),
  townships: accountsQuery("accounts:manage").input(nothingInput).query(query(townshipOptions)),
  edit: accountsCommand("accounts:manage", nothing).input(editAccountInput).mutation(command(editAccount)),
  // The first password is shown once and stored nowhere: asking again with the same key gives none.
  create: accountsCommand("accounts:manage", newFirstPassword)
    .input(createAccountInput)
    .mutation(async ({ ctx, ...call }) => {
      const create = command((scope: typeof ctx.scope, input: CreateAccountInput) =>
        createAccount(scope, input, ctx.prepared.hash),
      );
      const made = await create({ ctx, ...call });
      return { ...made, password: ctx.replayed.yes ? null : ctx.prepared.plain };
    }),
  resetPassword: accountsCommand("accounts:manage", newFirstPassword)
    .input(resetPasswordInput)
    .mutation(async ({ ctx, ...call }) => {
      const reset = command((scope: typeof ctx.scope, input: ResetPasswordInput) =>
        resetPassword(scope, input, ctx.prepared.hash),
      );
      const made = await reset({ ctx, ...call });
      return { ...made, password: ctx.replayed.yes ? null : ctx.prepared.plain };
    }),

  counties: authQuery("platform:manage").query(() => withAuthScope(listCounties, { readOnly: true })),
  createCounty: authCommand("platform:manage")
    .input(createCountyInput)
    .mutation(({ ctx, input }) => createCounty(ctx.actor, input)),
  createCountyAdmin: authCommand("platform:manage")
    .input(createCountyAdminInput)
    .mutation(({ ctx, input }) => createCountyAdmin(ctx.actor, input)),
});
