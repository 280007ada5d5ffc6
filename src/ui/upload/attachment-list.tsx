"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { sizeInText } from "./file-size";

export type Attachment = {
  id: string;
  filename: string;
  size: number;
  mime: string;
  /** Where it is downloaded. */
  href: string;
  /** Who sent it, and when; a minute is never broken in two. */
  by?: string | undefined;
  at?: string | undefined;
};

type AttachmentListProps = {
  items: readonly Attachment[];
  /** With it, each file can be taken away, giving a reason. */
  onRemove?: (id: string, reason: string) => Promise<unknown>;
  empty?: string;
};

const VoidModal = dynamic(() => import("../form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

export function AttachmentList({ items, onRemove, empty = "没有附件。" }: AttachmentListProps) {
  const [removing, setRemoving] = useState<Attachment | null>(null);
  if (items.length === 0) return <p className="soft">{empty}</p>;
  return (
    <>
      <ul className="files">
        {items.map((item) => (
          <li key={item.id}>
            <a href={item.href} download={item.filename}>
              {item.filename}
            </a>
            <small>
              {[sizeInText(item.size), item.by].filter(Boolean).join(" · ")}{" "}
              <span className="unbroken">{item.at}</span>
            </small>
            {onRemove ? (
              <button
                type="button"
                className="btn btn-quiet no-print"
                aria-label={`移除附件${item.filename}`}
                onClick={() => setRemoving(item)}
              >
                移除
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {removing && onRemove ? (
        <VoidModal
          object={`附件「${removing.filename}」`}
          verb="移除"
          consequence="移除后不再显示，原件和原因会保留备查。"
          open
          onClose={() => setRemoving(null)}
          onVoid={(reason) => onRemove(removing.id, reason)}
        />
      ) : null}
    </>
  );
}
