import "server-only";
import { lastMet } from "./symposia/uses";

/**
 * Where slices that stand above liaison saw a township in contact with the county, by the source's code: a SELECT of township_id
 * and day each. The collector reads this and nothing else.
 */
export const contactSources = { meeting: lastMet } as const;
