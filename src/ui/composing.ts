/** Letters of a Chinese input method that are not yet characters: every key and letter belongs to the method. */
export function isComposing(event: Event): boolean {
  if (event instanceof InputEvent) return event.isComposing;
  return event instanceof KeyboardEvent && (event.isComposing || event.key === "Process");
}
