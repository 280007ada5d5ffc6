import { byIdInput, id, inCounty, inTownship } from "@/server/trpc/inputs";

/** @property adoption measured when its page is there: standings of whole years are read for it */
export const ofAdoptionInput = inTownship({ adoption: id });
export const ofPracticeInput = inCounty({ id });
export const paperInput = byIdInput;
export const countyPaperInput = inCounty({ id });
