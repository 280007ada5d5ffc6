import { sleep } from "../lib/processes";
import type { ChaosCase } from "./run";

/** SIGTERM under load: whatever was accepted is answered; the port closes only when nothing is in flight. */
export const stopUnderLoad: ChaosCase = {
  name: "stop-under-load",
  async run({ world, writers }) {
    await sleep(2_000);
    const stopMs = await world.stop();
    const tally = await writers.end();
    await world.start();
    return { stopMs, acknowledgedBeforeTheEnd: tally.acknowledged.length };
  },
};
