import { readEnvironment, type Environment } from "@/lib/env";
import { SetupError } from "./setup-error";

/** The checked environment, or one sentence for everything that is wrong with it. */
export function environment(): Environment {
  const result = readEnvironment();
  if (!result.ok) throw new SetupError(`环境变量有误：${result.problems.join(" ")}`);
  return result.env;
}
