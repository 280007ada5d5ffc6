import { checkTenancy, EXCEPTIONS } from "@/server/db/tenancy-check";
import { environment } from "./lib/environment";
import { prepareDatabase } from "./lib/prepare-database";
import { withClient } from "./lib/roles";
import { runScript } from "./lib/setup-error";

/** Prints what in the database's catalogue breaks the tenancy rules; exit code 1 when anything does. */
await runScript(async () => {
  const database = await prepareDatabase({ env: environment(), log: () => undefined });
  try {
    const findings = await withClient(database.adminUrl ?? database.appUrl, checkTenancy);
    for (const [table, { reason }] of Object.entries(EXCEPTIONS))
      console.log(`- exception ${table}: ${reason}`);
    for (const { object, problem } of findings) console.log(`✗ ${object}: ${problem}`);
    console.log(findings.length === 0 ? "✓ tenancy: 0 findings" : `✗ tenancy: ${findings.length} findings`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await database.stop();
  }
});
