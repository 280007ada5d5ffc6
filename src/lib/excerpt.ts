/** The beginning of a text, for a title beside which the whole text is kept; where something is left off, it shows. */
export function excerpt(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join("")}…`;
}
