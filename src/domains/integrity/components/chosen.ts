import { signalNames } from "../labels";
import type { SignalCode } from "../rules/signals";

const isSignal = (code: string): code is SignalCode => code in signalNames;

/** The cell of the map that the address opens, as the list's query takes it. */
export function chosenSignals(filters: Readonly<Record<string, string | undefined>>): {
  of: string | null;
  signal: SignalCode | null;
} {
  const [signal = "", of = ""] = (filters["cell"] ?? "").split(".");
  return isSignal(signal) && /^\d{9}$/.test(of) ? { signal, of } : { signal: null, of: null };
}
