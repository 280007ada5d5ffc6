import { authQuery } from "@/server/trpc/procedures";
import { router } from "@/server/trpc/init";

export const accountsRouter = router({
  me: authQuery("accounts:self").query(({ ctx }) => ({
    displayName: ctx.session.displayName,
    role: ctx.session.role,
    mustChangePassword: ctx.session.mustChangePassword,
    countyCode: ctx.session.countyCode,
    countyName: ctx.session.countyName,
    townshipCode: ctx.session.townshipCode,
    townshipName: ctx.session.townshipName,
    isDemo: ctx.session.isDemo,
  })),
});
