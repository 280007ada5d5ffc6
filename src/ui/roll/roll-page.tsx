"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { type Crumb, DetailPage } from "../detail/detail-page";
import { Panel } from "../panel";
import { exceptionsOf, type MarkedPerson, marksOf, type RollException } from "./roll";
import { RollSheet } from "./roll-sheet";

type RollPageProps = {
  /** The list and the meeting's own page, to which saving leads back. */
  crumbs: readonly [Crumb, Crumb & { href: string }];
  version: number;
  people: readonly MarkedPerson[];
  note: ReactNode;
  /** What to do where nobody was in office that day. */
  nobody: string;
  onSave: (version: number, exceptions: RollException[]) => Promise<unknown>;
};

/** Attendance of a meeting, person by person. */
export function RollPage({ crumbs, version, people, note, nobody, onSave }: RollPageProps) {
  const router = useRouter();
  // What was opened is what is marked: a newer sheet must not take the marks away, and is not overwritten unseen.
  const [opened] = useState(version);
  return (
    <DetailPage crumbs={crumbs} title="登记出席">
      <p className="soft">{note}</p>
      {people.length === 0 ? (
        <Panel>{nobody}</Panel>
      ) : (
        <RollSheet
          people={people}
          initial={marksOf(people)}
          onSave={async (marks) => {
            await onSave(opened, exceptionsOf(marks));
            router.push(crumbs[1].href);
          }}
        />
      )}
    </DetailPage>
  );
}
