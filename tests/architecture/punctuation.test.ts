import ts from "typescript";
import { expect, it } from "vitest";
import { everything } from "./sources";

/** Where half-width signs stand beside Chinese on purpose. */
const reasons: Record<string, string> = {
  "src/domains/tenancy/rules/township-columns.ts":
    "headings of other people's workbooks, as they are typed there",
  "src/domains/deputies/commands/roster-columns.ts":
    "headings of other people's workbooks, as they are typed there",
  "src/domains/figures/rules/formula-text.ts": "patterns by which a table's formulas are read",
  "src/lib/env.ts": "an address that is typed as it stands",
  "scripts/db-setup.ts": "an address that is typed as it stands",
};

const beside = /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u;

/** Patterns and SQL are no sentences. */
function isSentence(node: ts.Node): boolean {
  const { parent } = node.parent.kind === ts.SyntaxKind.TemplateSpan ? node.parent.parent : node;
  const around = ts.isTemplateExpression(parent) ? parent.parent : parent;
  if (ts.isTaggedTemplateExpression(around)) return false;
  return !(ts.isNewExpression(around) && around.expression.getText() === "RegExp");
}

function told(path: string, text: string): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && beside.test(node.text) && isSentence(node)) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const wrong = everything
  .filter(({ path, text }) => !path.startsWith("tests/") && /\p{Script=Han}/u.test(text))
  .flatMap(({ path, text }) => told(path, text).map((sentence) => ({ path, sentence })));

it("Chinese sentences are punctuated in full width", () => {
  const found = wrong.filter(({ path }) => reasons[path] === undefined);
  expect(found.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([]);
});

it("the exceptions are all in use", () => {
  expect(Object.keys(reasons).filter((path) => !wrong.some((one) => one.path === path))).toEqual([]);
});
