"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";

const RevealForm = dynamic(() => import("./reveal-form").then((module) => module.RevealForm), { ssr: false });

type Props = { township: string; id: string; name: string; masked: string };

/** The masked number; the whole one after a reason, until the page is left. */
export function PhoneReveal({ township, id, name, masked }: Props) {
  const { run } = useCommand(useTRPC().deputies.revealPhone.mutationOptions());
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  if (phone !== null) return <a href={`tel:${phone}`}>{phone}</a>;
  return (
    <span>
      {masked}{" "}
      {may("deputies:phone") ? (
        <button type="button" className="btn btn-quiet no-print" onClick={() => setOpen(true)}>
          查看完整号码
        </button>
      ) : null}
      {open ? (
        <RevealForm
          name={name}
          onClose={() => setOpen(false)}
          onReason={async (reason) => setPhone((await run({ township, id, reason })).phone)}
        />
      ) : null}
    </span>
  );
}
