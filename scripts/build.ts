import { buildOnce } from "./lib/build";
import { runScript } from "./lib/setup-error";

await runScript(() => buildOnce(console.log));
