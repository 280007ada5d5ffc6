// Not marked server-only: what writes faults down before Next is loaded asks this too.

const spoken = [
  "Query read timeout",
  "Connection terminated",
  "timeout expired",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Cannot use a pool after calling end on the pool",
];

/** Whether the driver says that no answer will come: it gives these errors a sentence and no code. */
export const isSilence = (error: unknown): error is Error =>
  error instanceof Error && spoken.some((words) => error.message.startsWith(words));
