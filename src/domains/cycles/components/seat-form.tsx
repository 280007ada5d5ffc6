"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { type Seat, seatNames } from "../rules/reviewing";
import type { CycleTownship } from "./shown";

type Props = {
  year: number;
  township: CycleTownship;
  people: readonly { id: string; name: string; looksAfter: readonly string[] }[];
  onClose: () => void;
};

/** Who reviews a township; contact persons of it are not offered, and refused by the server. */
export function SeatForm({ year, township, people, onClose }: Props) {
  const seat = useCommand(useTRPC().cycles.seatReviewer.mutationOptions());
  const { reviewers, openSeats, code } = township;
  const sits = (name: string) => reviewers.some((one) => one.name === name);
  const free = people.filter(({ name, looksAfter }) => !looksAfter.includes(code) && !sits(name));
  const options = openSeats.map((value) => {
    const now = reviewers.find((one) => one.seat === value);
    return { value, label: now === undefined ? seatNames[value] : `${seatNames[value]}（换下${now.name}）` };
  });
  return (
    <FormModal<{ seat: Seat; accountId: string }>
      title={`安排${township.name}的评审`}
      submitLabel="安排"
      open
      onClose={onClose}
      intro="每个乡镇两名评审，互相看不到对方打的分；相差较大的由协调人决定。考核年度以来联系过该乡镇的人要回避，不在名单里。"
      onSubmit={(values) => seat.run({ year, of: township.code, ...values })}
    >
      <ChoiceField name="seat" label="席位" required options={options} />
      <ChoiceField
        name="accountId"
        label="评审人"
        required
        options={free.map(({ id, name }) => ({ value: id, label: name }))}
        hint={
          free.length === 0 ? "没有可以选的人：都已安排或者要回避。请先在“设置”里开设县人大账号。" : undefined
        }
      />
    </FormModal>
  );
}
