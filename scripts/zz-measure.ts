import { installedServer, startInstalledServer } from "./lib/installed-server";
import { ensureDatabase, setUpDatabase } from "./lib/prepare-database";
import { inDatabase } from "./lib/database-url";
import { withClient } from "./lib/roles";
const bin = installedServer()!;
const server = await startInstalledServer(bin);
try {
  const { loadDataset } = await import("../tests/bench/dataset");
  const adminUrl = inDatabase(server.adminUrl, "bench_freeze");
  await ensureDatabase(adminUrl);
  const appUrl = await setUpDatabase(adminUrl, "/tmp/freeze-dev", () => undefined);
  const county = await withClient(adminUrl, (c) => loadDataset(c, "60k"));
  process.env["DATABASE_URL"] = appUrl;
  process.env.AUTH_SECRET ??= "tests only: a secret that is long enough to be taken";
  const { createCaller } = await import("@/server/trpc/root");
  const session = { sessionId: crypto.randomUUID(), accountId: crypto.randomUUID(), username: "x", displayName: "x", role: "countyStaff", mustChangePassword: false, countyId: county.id, countyCode: county.code, countyName: county.name, isDemo: false, townshipId: null, townshipCode: null, townshipName: null } as never;
  const caller = createCaller({ session, ip: null, requestId: "x", now: new Date("2027-01-05T02:00:00Z") });
  const year = 2026;
  await caller.assessments.adoptDefaultScheme({ year, idempotencyKey: crypto.randomUUID() });
  for (let i = 0; i < 3; i++) { const t = performance.now(); await caller.oversight.comparison({ year, class: null }); console.log("open comparison", Math.round(performance.now() - t)); }
  const t0 = performance.now();
  await caller.assessments.freezeYear({ year, note: null, idempotencyKey: crypto.randomUUID() });
  console.log("freeze ms", Math.round(performance.now() - t0));
  for (let i = 0; i < 6; i++) { const t = performance.now(); await caller.oversight.comparison({ year, class: null }); console.log("frozen comparison", Math.round(performance.now() - t)); }
  const { withCountyScope } = await import("@/server/db/scope");
  const { frozenStandings } = await import("@/domains/figures/data/snapshot");
  const actor = { accountId: "", name: "x", role: "countyStaff", ip: null, requestId: null };
  for (let i = 0; i < 8; i++) { const t = performance.now(); await withCountyScope(county.id, { actor, readOnly: true }, (s) => frozenStandings(s, year)); console.log("snapshot read", Math.round(performance.now() - t)); }
  for (const metric of ["C3", "G2"] as const) for (let i = 0; i < 3; i++) { const t = performance.now(); await caller.oversight.evidence({ township: county.townships[0]!.code, metric, year }); console.log("evidence", metric, Math.round(performance.now() - t)); }
  const t1 = performance.now(); const { bundle } = await caller.assessments.exportBundle({ year }); console.log("bundle", Math.round(performance.now() - t1), JSON.stringify(bundle).length);
  const { verifyBundle } = await import("@/domains/figures/rules/verify-bundle");
  const t2 = performance.now(); console.log("verify", verifyBundle(bundle!).flatMap((c) => c.faults).length, Math.round(performance.now() - t2));
  await withClient(adminUrl, async (c) => console.log((await c.query("SELECT sum(jsonb_array_length(rows))::int AS rows, pg_size_pretty(pg_total_relation_size('frozen_evidence')) AS ev, pg_size_pretty(pg_total_relation_size('frozen_record')) AS rec FROM frozen_evidence")).rows[0]));
} finally { await server.stop(); }
process.exit(0);
