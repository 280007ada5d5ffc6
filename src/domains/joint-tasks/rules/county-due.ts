/** Days in which the county judges a result, answers a township's proposal, and sees what was mended verified: the system's own. */
export const judgeDays = 7;
export const answerDays = 3;
export const verifyDays = 15;
