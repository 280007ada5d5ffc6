import "server-only";
import { AppError, notFound } from "@/lib/errors";
import { may } from "@/server/auth/permissions";
import type { SessionOnRequest } from "@/server/auth/session";
import { contextOf } from "@/server/trpc/context";
import type { Context } from "@/server/trpc/init";
import { type Importable, importableAt } from "./importables";

/** Who may import here, decided before a byte of the file is read. The command itself decides again. */
export async function admitted(
  request: Request,
  path: string,
): Promise<{ importable: Importable; context: Context; session: SessionOnRequest }> {
  const importable = importableAt(path);
  const context = await contextOf(request);
  const { session } = context;
  if (session === null) throw new AppError("UNAUTHORIZED", "登录已失效，请重新登录。");
  if (importable === null) throw notFound();
  if (session.mustChangePassword) throw new AppError("FORBIDDEN", "请先修改初始密码，再使用其他功能。");
  if (!may(session.role, importable.permission)) {
    throw new AppError("FORBIDDEN", "您的岗位没有导入的权限，需要时请找本单位账号管理员。");
  }
  return { importable, context, session };
}
