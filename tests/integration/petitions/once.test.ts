import { beforeAll, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const today = new Date("2026-05-20T12:00:00+08:00");
let county: TestCounty;
let home: TestTownship;
const staff = () => callerAs("townshipStaff", county, home, today);
const at = <Rest extends object>(rest: Rest) => ({ township: home.code, ...rest });
const change = <Rest extends object>(rest: Rest) => at({ idempotencyKey: newKey(), ...rest });

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

it("is refused a second time within a fortnight, by its petitioner and matter or by its text [R62]", async () => {
  const content =
    "反映村道路灯长期不亮，夜间出行不便，老人多次摔倒，曾向村里反映三次没有结果，请求镇里督促尽快修复路灯。";
  const first = {
    topic: "路灯不亮",
    channel: "letter",
    category: "other",
    occurredOn: "2026-04-01",
  } as const;
  const enter = (facts: object) => staff().petitions.create(change({ ...first, ...facts }));
  await enter({ petitionerName: "钱甲", petitionerPhone: "13700001111", content });
  const again = { occurredOn: "2026-04-10", petitionerName: "钱甲" };
  await expect(enter({ ...again, topic: "路灯 不亮。" })).rejects.toThrow(
    "这件信访已经登记（反映事项 路灯不亮",
  );
  await expect(enter({ ...again, petitionerName: "孙乙", topic: "修路灯", content })).rejects.toThrow(
    "已经登记",
  );
  await expect(staff().petitions.alike(at({ day: "2026-04-10", topic: first.topic }))).resolves.toMatchObject(
    { why: "near" },
  );
  await enter({ ...again, petitionerPhone: "13700002222" });
  await enter({ ...again, occurredOn: "2026-05-01" });
  await expect(
    callerAs("townshipViewer", county, home, today).petitions.alike(
      at({ day: "2026-04-10", topic: first.topic }),
    ),
  ).rejects.toThrow();
});
