/** What becomes of a practice of the demo. */
type Fate = "published" | "waiting" | "returned" | "retired" | "draft";

export type DemoPractice = {
  /** whose it is, by the township's login */
  login: string;
  fate: Fate;
  topic: "suggestions" | "contact" | "presidium" | "supervision" | "projects" | "building" | "deputies";
  title: string;
  problem: string;
  steps: string;
  conditions: string;
  cost: string;
  lawBasis: string;
  metrics: ("A3" | "B4" | "C3" | "C4" | "D3" | "D4" | "D5" | "E2" | "G2")[];
};

/** Made up for the demo, in the words of township congresses' yearly reports. */
export const demoPractices: readonly DemoPractice[] = [
  {
    ...{ login: "gaoting", fate: "published", topic: "suggestions", title: "建议办理“一月一对账”" },
    problem: "建议交办以后没有人催，年底集中答复，有的超过三个月才有回音，代表不满意。",
    steps: [
      "每月5日人大办把未答复的建议列成清单，标出还剩几天。",
      "每月10日前请承办单位分管领导到人大办逐件对账，当场定下面商日期。",
      "剩余不到15天仍没有面商的，由人大副主席约谈，约谈情况记入办理记录。",
      "每季度把对账结果在主席团会议上通报。",
    ].join("\n"),
    conditions: "人大办有一名固定的联络员；承办单位都明确了分管领导和专办人。",
    cost: "每月半天，不需要另外的经费。",
    lawBasis: "代表法第五十一条；本镇二次面商制度",
    metrics: ["C3", "C4"],
  },
  {
    ...{ login: "qushan", fate: "published", topic: "contact", title: "接待日搬到码头和菜场" },
    problem: "联络站设在办公楼里，接待日常常等不到选民，收到的意见少、也不具体。",
    steps: [
      "每月15日上午，接待点轮流设在码头、菜场和渔农家乐集中的村。",
      "提前三天在村务群发通知，写明到场代表和议题。",
      "当场登记，能答复的当场答复；不能答复的10日内由代表回访。",
      "每半年公布一次意见的去向。",
    ].join("\n"),
    conditions: "适合渔村、海岛等白天人少的地方；需要村里提供遮雨的场地。",
    cost: "每次桌椅和展板约200元，从人大工作经费列支。",
    lawBasis: "代表法关于代表联系选民的规定",
    metrics: ["D3", "D4"],
  },
  {
    ...{ login: "changtu", fate: "waiting", topic: "supervision", title: "问题清单带着船图走" },
    problem: "海岛检查点分散，问题写得笼统，整改单位找不到地方，销号拖得很久。",
    steps: [
      "检查时在岛图上给每个问题编号，拍照同编号。",
      "当天把编号图和清单一起发给整改单位，写明谁来核实。",
      "核实时按原位置再拍一张，两张对照后才销号。",
    ].join("\n"),
    conditions: "检查组至少两名代表，一人记录、一人拍照。",
    cost: "不需要另外的经费。",
    lawBasis: "监督法关于跟踪监督的规定",
    metrics: ["B4"],
  },
  {
    ...{ login: "dongsha", fate: "returned", topic: "presidium", title: "主席团会议“季度三张单”" },
    problem: "主席团会议临时定议题，有的季度没有开成，开了也没有跟踪。",
    steps: "季度初列议题单。\n会后列任务单。\n下次会议先对结果单。",
    conditions: "主席或副主席能固定时间主持。",
    cost: "不需要另外的经费。",
    lawBasis: "乡镇人大工作条例",
    metrics: ["A3"],
  },
  {
    ...{ login: "daixi", fate: "draft", topic: "building", title: "台账“当周清”" },
    problem: "活动开了，记录到月底才补，日期和人数常常对不上。",
    steps: "每周五下午由联络员对照日历补齐本周记录。\n缺签到表、照片的当场打电话补。",
    conditions: "联络员每周有半天在岗。",
    cost: "不需要另外的经费。",
    lawBasis: "",
    metrics: ["G2"],
  },
  {
    ...{ login: "xiushan", fate: "retired", topic: "projects", title: "民生实事每周拍一张" },
    problem: "项目进度靠电话问，代表看不到现场。",
    steps: "每周一由项目联系代表到现场拍同一角度的照片。\n照片发到代表群，进度落后的当场提出。",
    conditions: "每个项目有一名住得近的代表。",
    cost: "不需要另外的经费。",
    lawBasis: "民生实事项目人大代表票决制规定",
    metrics: ["E2"],
  },
  {
    ...{ login: "changtu", fate: "published", topic: "deputies", title: "代表述职“排到月、排到组”" },
    problem: "述职集中在年底，时间一紧就走过场，有的代表一届下来没有述过职。",
    steps: [
      "年初按代表小组把全年述职排到月，写明谁、在哪个选区、请多少选民。",
      "每次小组活动后接着安排两名代表述职，选民当场测评。",
      "述职当天由联络员录入，测评结果一周内送本人。",
      "没有按月述职的，小组长提醒一次，再请主席团约谈。",
    ].join("\n"),
    conditions: "代表小组有固定的组长；选区能找到坐得下三十人的地方。",
    cost: "每次会场和材料约300元，从代表活动经费列支。",
    lawBasis: "代表法关于代表向原选区选民报告履职情况的规定",
    metrics: ["D5"],
  },
];

export const returnedWhy = "做法讲得太简略：请写明三张单各由谁列、谁核对，并附上一次季度会议的任务单。";
export const retiredWhy = "项目现场已统一装了公开摄像头，不用再逐周拍照。";

export const question = "对账时承办单位分管领导请不来怎么办？会不会变成每月开一次会？";
export const answered =
  "先由联络员电话对账，只有超过期限一半还没有面商的才请分管领导来，一般每月不超过三件。";
export const toAuthor = "请把约谈的几种情形再写细一点，便于小乡镇照着做。";

export const ownSteps = [
  "每月8日人大办与承办单位对账，台风天改为电话。",
  "剩余不到20天的建议，由人大主席电话约承办单位。",
  "季度末在主席团会议上通报一次。",
].join("\n");
export const movedSteps = ["每月15日设在渔港和菜场，单月渔港、双月菜场。", "村里提前两天在群里通知。"].join(
  "\n",
);
export const dutySteps = [
  "把还没有述职的代表排到明年6月，每月至少三名。",
  "述职放在代表小组活动之后，当天录入。",
].join("\n");
export const reminderSteps = [
  "每月5日人大办列出未答复的建议，当天送承办单位。",
  "超过两个月没有面商的，由人大主席约谈。",
].join("\n");
/** Of one that took a practice over and sees nothing of it yet. */
export const noBenefit =
  "清单每月都送了，但没有逐件当面对账，承办单位照旧年底集中答复，今年看不出作用；下一步请分管领导到场对账。";
export const benefit =
  "采用后承办单位知道每月都要对账，大多在两个月内就约代表面商，办成的比上年多；还要解决的是分管领导常换人，换人后要重新交代。";
