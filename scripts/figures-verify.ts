import { environment } from "./lib/environment";
import { checkFigures } from "./lib/figures";
import { prepareDatabase } from "./lib/prepare-database";
import { runScript } from "./lib/setup-error";

/** Recounts what is remembered of every county's years, says where it differed, and puts it right; exit code 1 when it did. */
await runScript(async () => {
  const database = await prepareDatabase({ env: environment(), log: () => undefined });
  try {
    const { years, wrong } = await checkFigures(database.appUrl, { mend: true });
    for (const what of wrong) console.log(`✗ ${what}：记下的合计与逐件重算的不同，已改正`);
    console.log(
      `重算了 ${years} 个县的年度合计，${wrong.length === 0 ? "全部相符" : `改正 ${wrong.length} 处`}。`,
    );
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await database.stop();
  }
});
