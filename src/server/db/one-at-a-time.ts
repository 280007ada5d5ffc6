import "server-only";
import type { Tx } from "./tx";

/**
 * Held until the transaction ends: what is changed of one tenant is decided by one person after another, so that
 * whatever a rule has read is still so when its answer is saved.
 * @param tenantId the township's, or the county's for what is the county's own
 */
export const oneAtATime = (tx: Tx, tenantId: string): Promise<number> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`changes ${tenantId}`}, 0))`;
