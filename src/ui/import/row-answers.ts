import type { RowAnswer, RowChoice, RowQuestion } from "@/lib/sheets";

/** Line → the chosen value. */
export type Answers = Readonly<Record<number, string>>;
export type ChoiceKind = RowChoice["kind"];

export const openOf = (questions: readonly RowQuestion[], answers: Answers): RowQuestion[] =>
  questions.filter(({ line }) => answers[line] === undefined);

export const answersOf = (questions: readonly RowQuestion[], answers: Answers): RowAnswer[] =>
  questions.flatMap(({ line }) => {
    const value = answers[line];
    return value === undefined ? [] : [{ line, value }];
  });

/** The only choice of a kind; none where it is unclear who is meant. */
export function onlyChoice({ choices }: RowQuestion, kind: ChoiceKind): RowChoice | null {
  const alike = choices.filter((choice) => choice.kind === kind);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The unanswered rows answered alike, as far as the kind of answer leaves no doubt; what is answered stays. */
export function withRest(questions: readonly RowQuestion[], answers: Answers, kind: ChoiceKind): Answers {
  const rest = openOf(questions, answers).flatMap((question) => {
    const choice = onlyChoice(question, kind);
    return choice === null ? [] : [[question.line, choice.value] as const];
  });
  return { ...answers, ...Object.fromEntries(rest) };
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

/** The question a form was refused with, when it was: the same as for a row of a file. */
export function askedIn(error: unknown): RowQuestion | null {
  const question = inside(inside(inside(error, "data"), "details"), "question");
  return Array.isArray(inside(question, "choices")) ? (question as RowQuestion) : null;
}
