"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useRefresh } from "@/trpc/use-refresh";
import { useDraft } from "@/ui/form/use-draft";
import { problemOf } from "@/ui/states/problem";
import { afterSending, chosenMine, type Entry, type Outbox, unsentIn, withEntry, without } from "./outbox";

const retryAfter = 8_000;

/** The server has answered, and will not answer otherwise: trying again is of no use. */
const isRefusal = (error: unknown): boolean => {
  const data = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  const status = typeof data === "object" && data !== null && "httpStatus" in data ? data.httpStatus : null;
  return typeof status === "number" && status < 500 && status !== 401 && status !== 429;
};

/** What was typed is kept in the browser until the server has it; it is sent once, when there is a network. */
export function useOutbox(township: string, id: string) {
  const draft = useDraft(`jointCheck:${id}`);
  const answer = useMutation(useTRPC().jointTasks.answerPoint.mutationOptions({ networkMode: "always" }));
  const refresh = useRefresh();
  const [box, show] = useState<Outbox>(() => (draft.restored ?? {}) as Outbox);
  const [signedOut, setSignedOut] = useState(false);
  const latest = useRef(box);
  const sending = useRef(false);

  const change = (next: Outbox) => {
    latest.current = next;
    if (Object.keys(next).length === 0) draft.forget();
    else draft.keep(next);
    show(next);
  };
  const sendOne = async (entry: Entry): Promise<boolean> => {
    const { code, unit, typed, version, seenOn, key } = entry;
    if (typed.answer === null || key === null) return false;
    const said = { ...typed, answer: typed.answer };
    try {
      const told = await answer.mutateAsync({
        ...{ township, id, code, unit, version, seenOn, ...said, idempotencyKey: key },
      });
      setSignedOut(false);
      change(afterSending(latest.current, entry, told));
      return true;
    } catch (error) {
      const problem = problemOf(error);
      setSignedOut(problem.signedOut === true);
      if (!isRefusal(error)) return false;
      const { message } = problem;
      change(afterSending(latest.current, entry, { state: "refused", message }));
      return true;
    }
  };
  const send = async () => {
    if (sending.current) return;
    sending.current = true;
    let sent = 0;
    for (let [next] = unsentIn(latest.current); next !== undefined; [next] = unsentIn(latest.current)) {
      if (!(await sendOne(next))) break;
      sent += 1;
    }
    sending.current = false;
    if (sent > 0) await refresh("jointTasks");
  };
  const unsent = unsentIn(box).length;
  useEffect(() => {
    if (unsent === 0) return;
    const again = () => void send();
    window.addEventListener("online", again);
    const timer = window.setInterval(again, retryAfter);
    return () => {
      window.removeEventListener("online", again);
      window.clearInterval(timer);
    };
  });
  return {
    box,
    unsent,
    /** what is unsent waits for somebody to sign in, and not for the network */
    signedOut: signedOut && unsent > 0,
    type: (entry: Entry) => change(withEntry(latest.current, entry)),
    keep: (entry: Entry) => {
      change(withEntry(latest.current, { ...entry, key: crypto.randomUUID() }));
      void send();
    },
    mine: (entry: Entry) => {
      change(withEntry(latest.current, chosenMine(entry, crypto.randomUUID())));
      void send();
    },
    drop: (place: string) => {
      change(without(latest.current, place));
      void refresh("jointTasks");
    },
    send,
  };
}
