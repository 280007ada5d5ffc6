/** "138****5678"; short numbers keep their last two digits only [PIPL]. */
export function maskedPhone(phone: string): string;
export function maskedPhone(phone: string | null): string | null;
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null;
  if (phone.length < 8) return `${"*".repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`;
}

const numbers = /\d[\d\s-]{5,}\d/g;

/** A field that holds telephone numbers, with words around them or without. */
export const maskedPhones = (text: string): string =>
  text.replaceAll(numbers, (number) => maskedPhone(number));
