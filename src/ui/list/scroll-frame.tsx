"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

type Hidden = { right: boolean; below: boolean };

/** What of a box lies beyond its edges; a few points of rounding are nothing. */
const hiddenIn = (box: HTMLElement): Hidden => ({
  right: box.scrollWidth - box.clientWidth - box.scrollLeft > 4,
  below: box.scrollHeight - box.clientHeight - box.scrollTop > 4,
});

type Props = {
  label: string;
  className: string;
  /** what lies further on, in the words of the table: 乡镇, 指标 */
  columns?: string;
  rows?: string;
  children: ReactNode;
};

/** A table that may be wider or longer than its box: as long as something of it is hidden, the edge says so. */
export function ScrollFrame({ label, className, columns = "栏", rows = "行", children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<Hidden>({ right: false, below: false });
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    const look = () => {
      const now = hiddenIn(place);
      setHidden((before) => (before.right === now.right && before.below === now.below ? before : now));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(place);
    if (place.firstElementChild) sizes.observe(place.firstElementChild);
    place.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      place.removeEventListener("scroll", look);
    };
  }, []);
  const further = [hidden.right ? `右边还有${columns} →` : "", hidden.below ? `下面还有${rows} ↓` : ""];
  return (
    <div className={`scroll-frame${hidden.right ? " more-right" : ""}${hidden.below ? " more-below" : ""}`}>
      <div ref={box} className={className} role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
      {hidden.right || hidden.below ? (
        <span className="scroll-cue no-print" aria-hidden>
          {further.filter((one) => one !== "").join("　")}
        </span>
      ) : null}
    </div>
  );
}
