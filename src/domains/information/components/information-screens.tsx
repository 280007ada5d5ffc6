import type { Screens } from "@/domains/records/components/slots";

const unscored = "只记录，不计分：报得多少、采用几级，都不影响考核。";

export const informationScreens: Screens = {
  list: {
    note: unscored,
    empty: { title: "还没有登记信息报送", body: "登记报给上级的信息，和后来被哪一级采用。" },
  },
  form: { intro: unscored, initial: (today) => ({ occurredOn: today, takenUpBy: "none" }) },
};

export const publicityScreens: Screens = {
  list: {
    note: "只记录，不计分：宣传多少篇，不影响考核。",
    empty: { title: "还没有登记宣传报道", body: "按渠道登记发布的报道，写明发布平台。" },
  },
  form: { intro: "只记录，不计分。", initial: (today) => ({ occurredOn: today }) },
};
