// Every small change to a file that its tests should notice.
import ts from 'typescript';

const SWAPS = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
};

/** `{start, end, text}` for each change: another operator, truth value, number or condition, or a pattern without one alternative. */
export function mutantsOf(file, code) {
  const found = [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const add = (node, text) => found.push({ file, start: node.getStart(source), end: node.getEnd(), text });
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText(source);
      if (operator in SWAPS) add(node.operatorToken, SWAPS[operator]);
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
    if (ts.isNumericLiteral(node)) add(node, `(${node.getText(source)} + 1)`);
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add(condition, `!(${condition.getText(source)})`);
    }
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(...withoutAlternatives(node, source, file));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `(?:a|b|c)` without b, wherever an alternative between two bars is plain text. */
function withoutAlternatives(node, source, file) {
  const start = node.getStart(source);
  return [...node.getText(source).matchAll(/\|[^|()[\]\\/]+(?=\|)/g)].map(({ index, 0: alternative }) => ({
    file,
    start: start + index,
    end: start + index + alternative.length,
    text: '',
  }));
}
