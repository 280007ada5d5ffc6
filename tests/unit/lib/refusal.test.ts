import { expect, test } from "vitest";
import { about, allow, deny, firstDenial } from "@/lib/decision";
import { AppError } from "@/lib/errors";
import { obey } from "@/lib/obey";

const refusedBy = (run: () => void): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
};

test("a refusal takes its article along, and the field that it is about", () => {
  const late = about("endsOn", deny("日期太晚。", "代表法第62条"));
  const refusal = refusedBy(() => obey(firstDenial(allow, about("startsOn", allow), late)));
  expect(refusal).toBeInstanceOf(AppError);
  expect(refusal).toMatchObject({
    code: "RULE",
    message: "日期太晚。",
    details: { article: "代表法第62条", fields: { endsOn: "日期太晚。" } },
  });
});

test("what is about no field in particular names none", () => {
  expect(refusedBy(() => obey(deny("已经办结。")))).toMatchObject({ details: { article: null } });
  expect(Reflect.get(refusedBy(() => obey(deny("已经办结。"))) as AppError, "details")).not.toHaveProperty(
    "fields",
  );
  expect(refusedBy(() => obey(allow))).toBeNull();
});
