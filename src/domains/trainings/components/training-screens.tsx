import type { Screens } from "@/domains/records/components/slots";

export const trainingScreens: Screens = {
  list: {
    empty: { title: "还没有登记代表培训", body: "登记一次培训和参加的代表，履职档案和培训覆盖随之生成。" },
  },
  form: { initial: (today) => ({ occurredOn: today }) },
};
