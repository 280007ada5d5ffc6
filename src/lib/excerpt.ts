/** The beginning of a text, for a title beside which the whole text is kept; where something is left off, it shows. */
export function excerpt(text: string, most: number): string {
  const signs = Array.from(text);
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join("")}…`;
}

const namesAtOnce = 8;

/** The first of many names that were put together with 、; the whole stands elsewhere. */
export function firstNames(text: string): string {
  const names = text.split("、");
  return names.length <= namesAtOnce ? text : `${names.slice(0, namesAtOnce).join("、")}等`;
}
