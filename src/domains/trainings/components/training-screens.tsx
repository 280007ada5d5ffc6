import type { AnyRow, Screens } from "@/domains/records/components/slots";

import { Value } from "@/ui/detail/value";
import type { Column } from "@/ui/list/data-table";
import { training } from "../record";

type Row = AnyRow & { deputyIds: readonly string[] };

const columns: readonly Column<Row>[] = [
  {
    key: "deputies",
    title: training.fields.deputyIds.label,
    unit: "人",
    align: "number",
    render: (row) => <Value of={row.deputyIds.length} />,
  },
];

export const trainingScreens: Screens = {
  list: {
    columns: columns as unknown as readonly Column<AnyRow>[],
    empty: { title: "还没有登记代表培训", body: "登记一次培训和参加的代表，履职档案和培训覆盖随之生成。" },
  },
  form: { initial: (today) => ({ occurredOn: today }) },
};
