/** How a township of the demo differs from its neighbours, so that comparing them shows something. */
export type Habits = {
  suggestionsPerYear: number;
  activitiesPerYear: number;
  /** quarters in which the presidium meets (岱山: "每年召开2—4次") */
  quarters: readonly number[];
  /** whether attendance is entered at all */
  attendance: boolean;
  /** share of records entered weeks after the event */
  late: number;
  /** share of activities that end in findings */
  findings: number;
  /** share of suggestions solved outright */
  solved: number;
  /** share of replies that come after their day */
  overdue: number;
};

export type DemoTownship = {
  code: string;
  name: string;
  shortName: string;
  kind: "town" | "township";
  /** the township's part of its accounts' names */
  login: string;
  class: number;
  population: number;
  areaKm2: number | null;
  /** chairs who are party secretaries serve part-time, as the county reported */
  chairFullTime: boolean;
  seats: { city: number; county: number; township: number };
  inOffice: { city: number; county: number; township: number };
  /** county and city deputies of the county's own organs, kept in the county town's roster */
  organs: { city: number; county: number };
  villages: readonly string[];
  habits: Habits;
};

export type DemoCounty = {
  code: string;
  name: string;
  login: string;
  province: "zhejiang" | "shandong";
  /** how the figures came about, printed with every township */
  sourceNote: string;
  townships: readonly DemoTownship[];
};

const usual: Habits = {
  suggestionsPerYear: 6,
  activitiesPerYear: 3,
  quarters: [1, 2, 3, 4],
  attendance: true,
  late: 0.05,
  findings: 0.8,
  solved: 0.62,
  overdue: 0.08,
};

const township = (
  place: Pick<DemoTownship, "code" | "name" | "shortName" | "login" | "class" | "population"> & {
    deputies: { city: number; county: number; township: number };
    vacant?: number;
    villages: readonly string[];
    habits: Partial<Habits>;
  } & Partial<Pick<DemoTownship, "kind" | "chairFullTime" | "organs" | "seats">>,
): DemoTownship => {
  const { deputies, vacant = 0, habits, organs = { city: 0, county: 0 }, ...rest } = place;
  const inOffice = {
    city: deputies.city + organs.city,
    county: deputies.county + organs.county,
    township: deputies.township - vacant,
  };
  return {
    kind: "town",
    areaKm2: null,
    chairFullTime: false,
    ...rest,
    organs,
    inOffice,
    seats: place.seats ?? { ...inOffice, township: deputies.township },
    habits: { ...usual, ...habits },
  };
};

/** 岱山县: townships, codes and the county's sums are real, from its published report; how they spread over townships is generated. */
const daishan: DemoCounty = {
  code: "330921",
  name: "岱山县",
  login: "daishan",
  province: "zhejiang",
  sourceNote: "演示数据：全县人口 192,431 人和各级代表合计据岱山县人大材料，分到各乡镇的数为生成",
  townships: [
    township({
      code: "330921100",
      name: "高亭镇",
      shortName: "高亭",
      login: "gaoting",
      class: 1,
      population: 82_000,
      deputies: { city: 6, county: 25, township: 101 },
      organs: { city: 40, county: 57 },
      seats: { city: 47, county: 86, township: 101 },
      vacant: 1,
      villages: ["蓬莱社区", "兰秀社区", "竹屿社区", "南峰社区", "江南村", "大峧村"],
      habits: { suggestionsPerYear: 11, activitiesPerYear: 5, solved: 0.7 },
    }),
    township({
      code: "330921101",
      name: "东沙镇",
      shortName: "东沙",
      login: "dongsha",
      class: 2,
      population: 13_500,
      deputies: { city: 3, county: 14, township: 55 },
      villages: ["东沙社区", "泥峙村", "桥头村", "司基村"],
      habits: { quarters: [1, 3], late: 0.45, solved: 0.5, overdue: 0.2 },
    }),
    township({
      code: "330921102",
      name: "岱东镇",
      shortName: "岱东",
      login: "daidong",
      class: 3,
      population: 9_500,
      deputies: { city: 3, county: 13, township: 51 },
      villages: ["龙头村", "涂口村", "北峰村", "虎斗村"],
      habits: { attendance: false, suggestionsPerYear: 5 },
    }),
    township({
      code: "330921103",
      name: "岱西镇",
      shortName: "岱西",
      login: "daixi",
      class: 3,
      population: 11_500,
      deputies: { city: 3, county: 13, township: 53 },
      villages: ["前岸村", "后岸村", "仇江门村", "摇星浦村"],
      habits: { quarters: [1, 2, 4] },
    }),
    township({
      code: "330921105",
      name: "长涂镇",
      shortName: "长涂",
      login: "changtu",
      class: 2,
      population: 14_500,
      deputies: { city: 3, county: 14, township: 55 },
      vacant: 1,
      villages: ["长东社区", "长西村", "倭井潭社区", "杜家村"],
      habits: { activitiesPerYear: 4, solved: 0.72, overdue: 0.03 },
    }),
    township({
      code: "330921106",
      name: "衢山镇",
      shortName: "衢山",
      login: "qushan",
      class: 1,
      population: 52_000,
      chairFullTime: true,
      deputies: { city: 5, county: 20, township: 80 },
      vacant: 2,
      villages: ["岛斗社区", "桂太社区", "黄沙村", "太平社区", "四平村"],
      habits: { suggestionsPerYear: 9, activitiesPerYear: 5, quarters: [1, 2, 3], findings: 0.95 },
    }),
    township({
      code: "330921200",
      name: "秀山乡",
      shortName: "秀山",
      login: "xiushan",
      kind: "township",
      class: 3,
      population: 9_431,
      chairFullTime: true,
      deputies: { city: 3, county: 12, township: 51 },
      villages: ["秀东村", "秀北村", "秀南村"],
      habits: { suggestionsPerYear: 4, findings: 0, quarters: [1, 2, 3, 4], overdue: 0.15 },
    }),
  ],
};

/** A county that does not exist, in another province: what one county sees of the other is nothing. */
const example: DemoCounty = {
  code: "999901",
  name: "示范县",
  login: "shifan",
  province: "shandong",
  sourceNote: "演示数据：虚构的县，全部为生成",
  townships: [
    township({
      code: "999901100",
      name: "青湾镇",
      shortName: "青湾",
      login: "qingwan",
      class: 1,
      population: 36_000,
      deputies: { city: 2, county: 12, township: 48 },
      villages: ["东湾村", "西湾村", "柳河村"],
      habits: { suggestionsPerYear: 3, activitiesPerYear: 2 },
    }),
    township({
      code: "999901200",
      name: "石桥乡",
      shortName: "石桥",
      login: "shiqiao",
      kind: "township",
      class: 2,
      population: 18_000,
      deputies: { city: 1, county: 8, township: 42 },
      villages: ["桥东村", "桥西村", "石坡村"],
      habits: { suggestionsPerYear: 2, activitiesPerYear: 1, quarters: [2, 4] },
    }),
  ],
};

export const demoCounties: readonly DemoCounty[] = [daishan, example];
export const firstYear = 2022;
