/** What a screen tells about a failed request. */
export type Problem = {
  message: string;
  requestId?: string;
  /** Nobody is signed in any more. */
  signedOut?: true;
  /** Field name → sentence, shown beside the field. */
  fieldErrors: Readonly<Record<string, string>>;
};

const failed = "系统没有办成这件事。请稍后再试；仍不行，请";
/** Only with a number to tell. */
const numberedProblem = `${failed}把请求编号告诉管理员。`;
const unknownProblem = `${failed}联系管理员。`;
const offlineProblem = "连接不上服务器。请检查网络后再试，填写的内容还在。";

/** Thrown where a request was answered with a problem. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function sentenceOf(value: unknown): string | undefined {
  return text(Array.isArray(value) ? value[0] : value);
}

function fieldErrorsOf(data: unknown): Record<string, string> {
  const found = field(data, "fieldErrors");
  if (typeof found !== "object" || found === null) return {};
  const pairs = Object.entries(found).map(([key, value]) => [key, sentenceOf(value)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Our own sentences are Chinese; anything else is a library's or the browser's and helps nobody here. */
function messageOf(message: string | undefined, numbered: boolean): string {
  const unknown = numbered ? numberedProblem : unknownProblem;
  if (message === undefined) return unknown;
  if (/\p{Script=Han}/u.test(message)) return message;
  return /fetch|network|load failed/i.test(message) ? offlineProblem : unknown;
}

/** What a route for files or sheets answered instead of what was asked for. */
export function refusalOf(status: number, said: unknown): Problem {
  return { ...problemOf(said), ...(status === 401 ? { signedOut: true } : {}) };
}

/** Reads a tRPC client error (`data.requestId`, `data.fieldErrors`), an upload's answer or anything thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  const data = field(error, "data");
  const status = field(data, "httpStatus");
  // A refusal says itself what to do; a number to report belongs to the system's own failures.
  const refused = typeof status === "number" && status < 500;
  const requestId = refused ? undefined : (text(field(data, "requestId")) ?? text(field(error, "requestId")));
  return {
    message: messageOf(text(field(error, "message")), requestId !== undefined),
    fieldErrors: fieldErrorsOf(data),
    ...(requestId === undefined ? {} : { requestId }),
    ...(status === 401 ? { signedOut: true } : {}),
  };
}
