/** Asks the person in front of the screen why a record of a frozen year is changed; null when he thinks better of it. */
export type AskReason = (sentence: string) => Promise<string | null>;

let asker: AskReason | null = null;

/** The dialog puts itself down here while it is on the page. @returns takes it away again */
export function answerReasons(ask: AskReason): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = null;
  };
}

/** Where nobody can be asked there is no reason, and the refusal stands. */
export const askReason: AskReason = (sentence) => asker?.(sentence) ?? Promise.resolve(null);
