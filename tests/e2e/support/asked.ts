import type { Caller } from "../../support/call";

type Key = () => { idempotencyKey: string };

/** What the county asks the township to report, dated ahead, so that it is late in no run. */
export async function ask({ dataRequests }: Caller, townshipId: string, today: string, key: Key) {
  const dueOn = `${String(Number(today.slice(0, 4)) + 1)}-06-30`;
  const { id } = await dataRequests.send({
    ...{ ...key(), title: "集体经济收入", kind: "report", ask: "各村收入和来源", basis: null },
    ...{ committee: "finance", dueOn, townships: [townshipId], despite: null },
  });
  const { rows } = await dataRequests.request({ id });
  return { dataRequest: id, dataAsk: rows[0]?.id ?? "" };
}

/** A finding of the township's that goes up to the county. */
export async function raise({ supervision }: Caller, township: string, finding: string, key: Key) {
  const words = { why: "管网由县里统一改造", ask: "请列入下年度计划" };
  const { id } = await supervision.raise({ ...key(), township, id: finding, ...words });
  return { raisedFinding: id };
}
