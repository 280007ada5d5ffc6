const NAMES = ["SIGINT", "SIGTERM", ...(process.stdout.isTTY ? (["SIGHUP"] as const) : [])] as const;

/**
 * Calls back at a signal to stop, or when the npm or the script that started this one is gone (killed, it could not
 * pass the signal on). Returns a function that ends the watch. Under nohup SIGHUP stays ignored.
 */
export function onStop(stop: () => void): () => void {
  const parent = process.ppid;
  const startedByNpm = process.env["npm_lifecycle_event"] !== undefined;
  const watch = setInterval(() => {
    if (startedByNpm && process.ppid !== parent) stop();
  }, 500);
  watch.unref();
  for (const name of NAMES) process.on(name, stop);
  process.on("disconnect", stop);
  return () => {
    clearInterval(watch);
    for (const name of NAMES) process.off(name, stop);
    process.off("disconnect", stop);
  };
}

/** While a script still prepares: it ends only after the database it started has been stopped. */
export const exitAfter = (stop: () => Promise<void>): (() => void) => {
  const release = onStop(() => {
    release();
    void stop().finally(() => process.exit(130));
  });
  return release;
};
