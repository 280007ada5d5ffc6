import { httpBatchLink, httpLink, splitLink, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { changeReasonHeader } from "@/lib/change-reason";
import { plainJson } from "@/lib/plain-json";
import type { AppRouter } from "@/server/trpc/root";
import { askReason } from "./ask-reason";

const url = "/api/trpc";
const reasonKey = "changeReason";

/**
 * A change that is refused because it touches a frozen year asks why, and is sent again with the answer. The form that sent
 * it knows nothing of that: it waits a little longer, and what was typed stays where it is.
 */
const askingLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const send = (context: typeof op.context) =>
        next({ ...op, context }).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (refusal) => {
            if (refusal.data?.code !== "FROZEN" || context[reasonKey] !== undefined) {
              observer.error(refusal);
              return;
            }
            void askReason(refusal.message).then((reason) => {
              if (reason === null) observer.error(refusal);
              else send({ ...context, [reasonKey]: reason });
            });
          },
        });
      return send(op.context);
    });

/** A change with its reason goes alone: the reason is not one for what else is asked at the moment. */
export const apiLinks: TRPCLink<AppRouter>[] = [
  askingLink,
  splitLink({
    condition: ({ context }) => context[reasonKey] !== undefined,
    true: httpLink({
      url,
      transformer: plainJson,
      headers: ({ op }) => ({ [changeReasonHeader]: encodeURIComponent(String(op.context[reasonKey])) }),
    }),
    false: httpBatchLink({ url, transformer: plainJson, maxItems: 10 }),
  }),
];
