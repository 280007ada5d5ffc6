"use client";

import dynamic from "next/dynamic";
import { useState } from "react";

const RevealForm = dynamic(() => import("./reveal-form").then((module) => module.RevealForm), { ssr: false });

type Props = {
  masked: string;
  /** whose number it is, and in whose 经过 it will be told who looked */
  name: string;
  told: string;
  may: boolean;
  reveal: (reason: string) => Promise<{ phone: string | null }>;
};

/** The masked number; the whole one after a reason, until the page is left. */
export function PhoneReveal({ masked, name, told, may, reveal }: Props) {
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  if (phone !== null) return <a href={`tel:${phone}`}>{phone}</a>;
  return (
    <span>
      {masked}{" "}
      {may ? (
        <button type="button" className="btn btn-quiet no-print" onClick={() => setOpen(true)}>
          查看完整号码
        </button>
      ) : null}
      {open ? (
        <RevealForm
          name={name}
          told={told}
          onClose={() => setOpen(false)}
          onReason={async (reason) => setPhone((await reveal(reason)).phone)}
        />
      ) : null}
    </span>
  );
}
