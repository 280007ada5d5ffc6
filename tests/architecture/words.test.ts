import ts from "typescript";
import { expect, it } from "vitest";
import { everything } from "./sources";

/** Names that people know by these letters. */
const known = /^(JSON|Excel|Word|WPS|PDF|OFD|SHA|JPG|PNG|WebP|HEIC|IP|MB|UTF|GB)$/;

/** Where words are shown as they are typed or named elsewhere. */
const reasons: Record<string, string> = {
  "src/app/c/[county]/help/page.tsx": "the key as it stands on the keyboard",
  "src/app/t/[township]/help/page.tsx": "the key as it stands on the keyboard",
  "src/ui/copy-box.tsx": "the key as it stands on the keyboard",
  "src/domains/oversight/components/township-map.tsx": "the key as it stands on the keyboard",
  "src/domains/information/rules.ts": "how an address begins",
  "src/domains/accounts/components/ended-sessions.tsx": "browsers by the name they have",
  "src/domains/assessments/components/download-bundle.tsx": "the ending of a file's name",
  "src/domains/checks/components/draw-panel.tsx": "a command that is typed as it stands",
  "src/domains/records/components/kind-picker.tsx": "first letters as they are typed",
  "src/ui/form/person-select.tsx": "first letters as they are typed",
  "src/ui/import/import-file.tsx": "the endings of files' names",
  "src/ui/import/send-import.ts": "the ending of a file's name",
  "src/server/files/kinds.ts": "the endings of files' names",
  "src/server/http/refusals.ts": "a page that is written out whole",
  "src/server/db/role-check.ts": "PostgreSQL's own names, for its administrator",
  "src/lib/env.ts": "settings as they are typed, for whoever installs it",
};

/** Written for the programmers of the county's other systems, who type these names. */
const forPrograms = /^src\/(app\/api\/v1|domains\/exports|server\/auth\/export-token)/;

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) ||
  ts.isJsxText(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

const foreign = (text: string): string[] =>
  (text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.test(word));
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const fewest = 4;

/** What a map of labels says for a code: all the others say it in Chinese. */
function isLabel(node: ts.Node): boolean {
  const map = node.parent.parent;
  if (!ts.isPropertyAssignment(node.parent) || node.parent.initializer !== node) return false;
  if (!ts.isObjectLiteralExpression(map)) return false;
  const values = map.properties.flatMap((one) => (ts.isPropertyAssignment(one) ? one.initializer : []));
  const others = values.filter((value) => value !== node && isText(value));
  return others.length >= fewest && others.every((value) => isText(value) && isChinese(value.text));
}

function told(path: string, text: string): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const ofLabels = path.endsWith("labels.ts");
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // SQL is not read by people.
    if (ts.isTaggedTemplateExpression(node)) return;
    if (isText(node) && foreign(node.text).length > 0)
      if (isChinese(node.text) || (ofLabels && isLabel(node))) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const wrong = everything
  .filter(({ path }) => path.startsWith("src/") && !forPrograms.test(path))
  .flatMap(({ path, text }) => told(path, text).map((sentence) => ({ path, sentence })));

it("labels, refusals and whatever else is told in Chinese hold no English words", () => {
  const found = wrong.filter(({ path }) => reasons[path] === undefined);
  expect(found.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([]);
});

it("the exceptions are all in use", () => {
  expect(Object.keys(reasons).filter((path) => !wrong.some((one) => one.path === path))).toEqual([]);
});
