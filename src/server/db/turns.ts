import "server-only";
import { crowded } from "./sql-state";

export type Turns = {
  /** How many work at once: their share of the pool's connections. */
  atOnce: number;
  /** How many may wait for one of them to end; whoever comes then is turned away at once. */
  mostWaiting: number;
  /** How long they wait before they are told to come again. */
  patience: number;
  /** Whether whoever is turned away wanted to save something. */
  saving?: boolean;
};

type InTurn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/**
 * Lets a few work at once and the others wait, in the order they came and not for ever. Nobody holds a connection while
 * he waits. A place is handed on whatever came of the work, and who has hung up leaves the queue.
 */
export function turns({ atOnce, mostWaiting, patience, saving = false }: Turns): InTurn {
  const queue = new Set<() => void>();
  let free = atOnce;

  function turn(signal: AbortSignal | undefined): Promise<void> {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    if (queue.size >= mostWaiting) return Promise.reject(crowded(saving));
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        queue.delete(begin);
        clearTimeout(timer);
        signal?.removeEventListener("abort", giveUp);
      };
      const begin = (): void => {
        leave();
        resolve();
      };
      const giveUp = (): void => {
        leave();
        reject(crowded(saving));
      };
      const timer = setTimeout(giveUp, patience);
      signal?.addEventListener("abort", giveUp);
      queue.add(begin);
    });
  }

  function handOn(): void {
    const [next] = queue;
    if (next === undefined) free += 1;
    else next();
  }

  return async (work, signal) => {
    if (signal?.aborted) throw crowded(saving);
    await turn(signal);
    try {
      return await work();
    } finally {
      handOn();
    }
  };
}

/** Of the pool's ten connections six at most are at heavy work: lists, records and sign-ins always find the others. */
const lanes = {
  reads: { atOnce: 4, mostWaiting: 200, patience: 5_000 },
  imports: { atOnce: 2, mostWaiting: 50, patience: 5_000, saving: true },
} satisfies Record<string, Turns>;

export type Lane = keyof typeof lanes;

// On the global object as the pool is: pages and routes are built apart, yet share its connections.
const shared = globalThis as { heavyTurns?: Record<Lane, InTurn> };

export const inTurnOf = (lane: Lane): InTurn =>
  (shared.heavyTurns ??= { reads: turns(lanes.reads), imports: turns(lanes.imports) })[lane];
