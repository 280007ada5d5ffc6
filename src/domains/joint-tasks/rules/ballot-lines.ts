import { numberFromText } from "@/lib/numbers";
import type { Ballots } from "./ratings";

const counts = ["issued", "returned", "satisfied", "basic", "dissatisfied", "abstained"] as const;

/** Ballots as a sheet has them, a line a bureau: 部门、发出、收回、满意、基本满意、不满意、弃权; pasted or typed. */
export function ballotLines(said: string): { fault: string } | { value: Ballots[] } {
  const value: Ballots[] = [];
  for (const line of said.split("\n").filter((one) => one.trim() !== "")) {
    const [bureau = "", ...cells] = line.trim().split(/[\t,，\s]+/u);
    const numbers = cells.map(numberFromText);
    if (cells.length !== counts.length || numbers.some((one) => one === null || !Number.isInteger(one)))
      return {
        fault: `“${line.trim()}”：每行要有部门和 6 个整数：发出、收回、满意、基本满意、不满意、弃权。`,
      };
    const [issued = 0, returned = 0, satisfied = 0, basic = 0, dissatisfied = 0, abstained = 0] = numbers.map(
      (one) => one ?? 0,
    );
    value.push({ bureau, issued, returned, satisfied, basic, dissatisfied, abstained });
  }
  return { value };
}

export const ballotText = (lines: readonly Ballots[]): string =>
  lines.map((one) => [one.bureau, ...counts.map((key) => one[key])].join("\t")).join("\n");

/** What a sheet begins with: the bureaus, and noughts to write over. */
export const blankBallots = (bureaus: readonly string[]): Ballots[] =>
  bureaus.map((bureau) => ({
    ...{ bureau, issued: 0, returned: 0, satisfied: 0, basic: 0, dissatisfied: 0, abstained: 0 },
  }));
