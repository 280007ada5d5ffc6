/**
 * Lets others be answered during a long piece of work on the thread that serves everybody: to be awaited between two
 * rows. Most of the time it costs nothing.
 */
export function turns(mostMilliseconds = 30): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < mostMilliseconds) return;
    await new Promise<void>((next) => setImmediate(next));
    begun = performance.now();
  };
}
