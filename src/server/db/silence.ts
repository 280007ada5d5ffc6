// Not marked server-only: what writes faults down before Next is loaded asks this too.

const poolTaken = "timeout exceeded when trying to connect";
const spoken = [
  poolTaken,
  "Query read timeout",
  "Connection terminated",
  "timeout expired",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Cannot use a pool after calling end on the pool",
];

/** Whether the driver says that no answer will come: it gives these errors a sentence and no code. */
export const isSilence = (error: unknown): error is Error =>
  error instanceof Error && spoken.some((words) => error.message.startsWith(words));

/** Whether the driver says that every connection of the pool was in use for too long. */
export const isPoolTaken = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith(poolTaken);
