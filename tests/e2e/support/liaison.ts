import { addDays, type Day } from "@/lib/dates";
import type { Caller } from "../../support/call";

type At = {
  county: (day: Day) => Caller;
  office: (day: Day) => Caller;
  township: { id: string; code: string };
  today: Day;
  key: () => { idempotencyKey: string };
};

/** A notice the township has not opened yet, and a request that the county took in and has let its day pass. */
export async function inTouch({ county, office, township, today, key }: At): Promise<Record<string, string>> {
  const { notices } = county(today);
  const said = {
    title: "关于报送代表活动情况的通知",
    body: "请报送。\n每季度一次。",
    importance: "important" as const,
  };
  const asked = { asked: "报送本季度代表活动情况", dueOn: addDays(today, 10) };
  const { id: notice } = await notices.draft({ ...key(), ...said, ...asked, townships: [township.id] });
  await notices.send({ ...key(), id: notice, version: 1 });
  const { rows } = await notices.notice({ id: notice });
  const sent = addDays(today, -60);
  const { id: request } = await office(sent).requests.send({
    ...{ ...key(), township: township.code, kind: "funding", title: "代表活动经费补助" },
    content: "联动检查增加，经费不够。",
  });
  await county(addDays(sent, 1)).requests.receive({ ...key(), id: request, version: 1 });
  return { notice, noticeReceipt: rows[0]?.id ?? "", townshipRequest: request };
}
