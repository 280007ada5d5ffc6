import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock";
import { accountFor } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import { choosePort, type Cluster, initialise, launch, running, urlOf, waitFor } from "./postgres-cluster";
import { handOver, placeOf } from "./postgres-place";
import { notOurs, ownerFileOf, takeOver, type Watch } from "./postgres-watch";
import { livingProcess } from "./processes";
import { secret } from "./secrets";

export type EmbeddedOptions = {
  dataDir: string;
  log: (line: string) => void;
  /** Extra `name=value` settings of the server. */
  settings?: string[];
  /** True for test clusters: what a removed DATA_DIR left behind may be deleted. */
  disposable?: boolean;
};
export type EmbeddedPostgres = Watch & { adminUrl: string };

/** Starts (or joins) the PostgreSQL of this DATA_DIR. Works as root and as an ordinary user. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  return withLock(join(dataDir, "postgres.lock"), "启动内置数据库", async () => {
    const place = placeOf(dataDir, options.disposable ?? false);
    handOver(place);
    const data = join(place, "data");
    const account = accountFor(data);
    const password = secret(dataDir, "postgres-superuser");
    const logPath = join(dataDir, "postgres.log");
    const cluster = { place, data, binaries: postgresBinaries(account), account, password, logPath };
    initialise(cluster, options.log);
    return start(cluster, options);
  });
}

async function start(cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const ownerFile = ownerFileOf(options.dataDir);
  const found = await running(cluster);
  const owner = existsSync(ownerFile) ? livingProcess(readFileSync(ownerFile, "utf8")) : undefined;
  const owned = found !== undefined && owner !== undefined;
  if (found !== undefined) {
    options.log(owned ? "内置数据库已在运行，直接使用。" : "接管上次运行留下的内置数据库。");
    await waitFor(urlOf(cluster, found.port));
  }
  const settings = options.settings ?? [];
  const postmaster = found ?? (await launch(cluster, settings, await choosePort(cluster)));
  const adminUrl = urlOf(cluster, postmaster.port);
  // Who started or adopted the server stops it; whoever merely joined leaves it to its owner.
  if (owned) return { adminUrl, ...notOurs };
  const { dataDir, log } = options;
  return { adminUrl, ...takeOver({ cluster, dataDir, settings, postmaster }, log) };
}
