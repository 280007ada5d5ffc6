"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What stands beside every record, whatever its kind; who puts the product together says it once (`src/app`). */
const Beside = createContext<ReactNode>(null);

export function BesideRecords({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return <Beside value={panel}>{children}</Beside>;
}

export function BesideRecord() {
  return useContext(Beside);
}
