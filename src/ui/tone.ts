/** How a state feels; the word always stands beside the colour. Red (`bad`) is for overdue and errors only. */
export type Tone = "neutral" | "info" | "good" | "warn" | "bad";
