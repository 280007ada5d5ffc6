import type { Marked } from "../rules/found";

/** A text with what was looked for marked; it is text and nothing else. */
export function MarkedText({ parts }: { parts: Marked }) {
  return parts.map(({ text, hit }, at) =>
    hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
