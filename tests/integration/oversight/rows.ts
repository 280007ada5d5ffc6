import { randomUUID } from "node:crypto";
import { utcOf } from "@/lib/dates";
import type { Tx } from "@/server/db/tx";

export const today = "2026-11-22";
export const now = new Date(`${today}T10:00:00+08:00`);
export const on = (day: string): Date => utcOf(day);
/** noon of that day in Shanghai: when somebody entered a record */
export const enteredOn = (day: string): Date => new Date(`${day}T12:00:00+08:00`);

export const actor = {
  accountId: randomUUID(),
  name: "测试",
  role: "townshipStaff",
  ip: null,
  requestId: null,
};

/** What every hand-made row has: its township, its own id, its day and who entered it when. */
export class Rows {
  readonly tx: Tx;
  protected readonly countyId: string;
  protected readonly townshipId: string;
  constructor(tx: Tx, countyId: string, townshipId: string) {
    this.tx = tx;
    this.countyId = countyId;
    this.townshipId = townshipId;
  }

  line() {
    return { countyId: this.countyId, townshipId: this.townshipId, id: randomUUID() };
  }

  record(occurredOn: string, more: { entered?: string; voided?: boolean }) {
    return {
      ...this.line(),
      occurredOn: on(occurredOn),
      enteredAt: enteredOn(more.entered ?? occurredOn),
      enteredBy: actor.accountId,
      enteredByName: actor.name,
      ...(more.voided ? { voidedAt: now, voidReason: "录错" } : {}),
    };
  }
}
