import { AppError } from "@/lib/errors";

/** A failure the person at the terminal can mend: the message is one Chinese sentence that says how. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

const BY_SQLSTATE: Record<string, string> = {
  "28P01": "数据库拒绝了用户名或密码。请核对 DATABASE_URL（或 DATABASE_ADMIN_URL）中的用户名和密码。",
  "28000": "数据库不允许这个用户从本机登录。请在 pg_hba.conf 中放行，或更换 DATABASE_URL 中的用户。",
  "3D000":
    "DATABASE_URL 指定的数据库不存在。请先建库（CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0），再运行一次。",
  "53100": "数据库所在磁盘已满。请清理磁盘空间后再运行一次，已有数据不会丢失。",
  "53300": "数据库连接数已满。请稍后再试，或调大 PostgreSQL 的 max_connections。",
  "57P03": "数据库正在启动或恢复，暂不接受连接。请等一分钟再运行一次。",
  "42501": "数据库用户权限不足。请用有建角色权限（CREATEROLE）的用户设置 DATABASE_ADMIN_URL，再运行一次。",
};

const BY_SYSTEM_CODE: Record<string, string> = {
  ECONNREFUSED:
    "连不上数据库：服务器没有在这个地址和端口上运行。请启动 PostgreSQL，或核对 DATABASE_URL 中的主机和端口。",
  ENOTFOUND: "找不到数据库主机。请核对 DATABASE_URL 中的主机名。",
  EAI_AGAIN: "域名解析失败，找不到数据库主机。请检查网络，或在 DATABASE_URL 中改用 IP 地址。",
  ETIMEDOUT: "连接数据库超时。请检查网络和防火墙，并核对 DATABASE_URL 中的主机和端口。",
  EHOSTUNREACH: "网络到不了数据库主机。请检查网络，并核对 DATABASE_URL 中的主机。",
  ECONNRESET: "数据库中断了连接。请查看数据库日志，确认服务正常后再运行一次。",
  ENOSPC: "磁盘已满。请清理磁盘空间（或把 DATA_DIR 设到更大的磁盘）后再运行一次，已有数据不会丢失。",
  EACCES: "没有读写数据目录的权限。请用创建该目录的用户运行，或把 DATA_DIR 设为可写的目录。",
  EPERM: "没有操作数据目录的权限。请用创建该目录的用户运行，或把 DATA_DIR 设为可写的目录。",
  EROFS: "数据目录所在的磁盘是只读的。请把 DATA_DIR 设为可写的目录。",
};

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** The sentence for a known failure, or undefined for one that deserves its stack (a defect of ours). */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof SetupError || error instanceof AppError) return error.message;
  if (error instanceof AggregateError) return sentenceFor(error.errors[0]);
  const known = BY_SQLSTATE[codeOf(error)] ?? BY_SYSTEM_CODE[codeOf(error)];
  if (known !== undefined) return known;
  if (error instanceof Error && /timeout expired|Connection terminated/i.test(error.message))
    return BY_SYSTEM_CODE["ETIMEDOUT"];
  return undefined;
}

/** Runs an entry script; a known failure ends with its one sentence and exit code 1, never with a stack. */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const sentence = sentenceFor(error);
    console.error(sentence === undefined ? error : `✗ ${sentence}`);
    // At once: what still runs beside what failed, such as a build, would be in the way of the next try.
    process.exit(1);
  }
}
