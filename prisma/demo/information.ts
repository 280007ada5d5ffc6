import { informationItem, publicityItem, type channelLabels } from "@/domains/information/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { randomOf } from "./random";

const items = [
  ["代表联络站接待选民工作情况", "work"],
  ["民生实事项目督办有实招", "experience"],
  ["老旧管网改造推进慢的情况反映", "problem"],
  ["渔民休渔期转岗培训的意愿", "opinion"],
] as const;
const takers = ["none", "county", "none", "city"] as const;

const stories = ["代表接待日听民声", "人大代表查看防汛物资", "民生实事项目票决", "代表小组走访企业"];
const channels: readonly (keyof typeof channelLabels)[] = ["wechat", "board", "website", "video"];

/** What the office reported upwards and published: recorded, and counted for nothing. */
export async function enterInformation(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  for (let year = firstYear; year <= yearOf(asOf); year += 1) {
    const random = randomOf(`${town.code} information ${year}`);
    for (const [nth, [title, topic]] of random.some(items, random.between(1, items.length)).entries()) {
      const day = `${year}-0${nth * 2 + 2}-1${random.between(0, 9)}`;
      if (day > addDays(asOf, -20)) continue;
      const takenUpBy = random.pick(takers);
      // Written down with what became of it.
      const on = addDays(enteredOn(desk, random, day), 9);
      await enter(desk, on, recordCommands(informationItem).create, createInputOf(informationItem), {
        ...{ title: `${town.shortName}${title}`, topic, occurredOn: day, sentTo: "县人大办公室", takenUpBy },
        ...{ takenUpOn: takenUpBy === "none" ? null : addDays(day, 9), sourceNote: demoNote },
        lateReason: lateNote(day, on),
      });
    }
    for (const [nth, title] of random.some(stories, random.between(1, 3)).entries()) {
      const day = `${year}-0${nth * 2 + 3}-2${random.between(0, 7)}`;
      if (day > addDays(asOf, -1)) continue;
      const on = enteredOn(desk, random, day);
      await enter(desk, on, recordCommands(publicityItem).create, createInputOf(publicityItem), {
        ...{ title: `${town.shortName}：${title}`, channel: random.pick(channels), level: "township" },
        ...{ occurredOn: day, publishedIn: `${town.shortName}发布`, sourceNote: demoNote },
        lateReason: lateNote(day, on),
      });
    }
  }
}
