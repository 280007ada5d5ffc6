/** Letters of a Chinese input method that are not yet characters: every key belongs to the method. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === "Process";
}
