"use client";

import { ActButton } from "@/ui/link-button";
import { type Entry, placeOf, type There } from "./outbox";
import type { useOutbox } from "./check-outbox";
import { SeenText } from "./seen-text";

type Props = { township: string; entry: Entry; there: There; outbox: ReturnType<typeof useOutbox> };

/** Two members filled in one point differently: both answers, and the later one chooses. */
export function CheckDiffers({ township, entry, there, outbox }: Props) {
  const { answer, ...rest } = entry.typed;
  const { finding } = there;
  return (
    <div className="check-differs" role="alert">
      <strong>这一条两个人填的不一样，请核对后选一个，两份都会留在记录里。</strong>
      <p>
        <SeenText seen={there} by={there.byName} />
      </p>
      {answer === null ? null : (
        <p>
          <SeenText seen={{ answer, ...rest }} by="我" />
        </p>
      )}
      <div className="actions">
        <ActButton onClick={() => outbox.drop(placeOf(entry))}>{`用${there.byName}填的`}</ActButton>
        {finding === null ? (
          <ActButton primary onClick={() => outbox.mine(entry)}>
            用我填的
          </ActButton>
        ) : (
          <a className="btn" href={`/t/${township}/supervision/findings/${finding.id}`}>
            {`对方的已登记为问题${finding.number}，去那里补充`}
          </a>
        )}
      </div>
    </div>
  );
}
