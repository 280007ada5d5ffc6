"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { answerReasons } from "@/trpc/ask-reason";

const ReasonModal = dynamic(() => import("./reason-modal").then((module) => module.ReasonModal), {
  ssr: false,
});

type Asked = { sentence: string; answer: (reason: string | null) => void };

/** Waits on every page for a change that needs a reason; the dialog itself is fetched when it is needed. */
export function ReasonAsker() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(
    () =>
      answerReasons(
        (sentence) =>
          new Promise((resolve) =>
            setAsked({
              sentence,
              answer: (reason) => {
                setAsked(null);
                resolve(reason);
              },
            }),
          ),
      ),
    [],
  );
  return asked === null ? null : <ReasonModal {...asked} />;
}
