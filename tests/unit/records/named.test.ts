import { describe, expect, it } from "vitest";
import { withNamed } from "@/lib/records/named";

const offered = [{ id: "a", name: "林海", hint: "乡镇代表" }];
const named = [
  { id: "a", name: "林海", voided: false },
  { id: "b", name: "王芳", voided: false },
  { id: "c", name: "赵六", voided: true },
];

describe("whom a record names stays readable in its form", () => {
  it("beside those offered, with why nobody may choose them any more", () => {
    expect(withNamed(offered, named, "已离任")).toEqual([
      offered[0],
      { id: "b", name: "王芳", gone: "已离任" },
      { id: "c", name: "赵六", gone: "已作废" },
    ]);
  });

  it("without a reason as long as it is not known who is offered, or where not being offered says nothing", () => {
    expect(withNamed(null, named, "已离任").map(({ name, ...more }) => [name, "gone" in more])).toEqual([
      ["林海", false],
      ["王芳", false],
      ["赵六", false],
    ]);
    expect(withNamed(offered, named.slice(0, 2), null)[1]).toEqual({
      id: "b",
      name: "王芳",
      gone: undefined,
    });
  });
});
