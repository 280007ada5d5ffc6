import { headers } from "next/headers";

/** The number of the request a page answers, as the log has it. */
export const requestNumber = async (): Promise<string | null> => (await headers()).get("x-request-id");
