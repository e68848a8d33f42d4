import ts from 'typescript';

/** What the rules want to know about a file of src. */
export interface SourceFile {
  path: string;
  /** What it imports, types included; addresses of workers and files (`?url`) are none. */
  imports: string[];
  /** Names it uses that it has not made itself, and members as `Math.random`, with the function around them. */
  uses: Use[];
}

export interface Use {
  name: string;
  line: number;
  /** The function that the use stands in; '' at the top of the file. */
  within: string;
}

/** Reads a .ts or .svelte file. In a component the markup counts too, as words: it holds no text of its own. */
export function readSource(path: string, text: string): SourceFile {
  if (!path.endsWith('.svelte')) return { path, imports: importsOf(text), uses: usesOf(text) };
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script).join('\n');
  const markup = text.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, blank);
  return { path, imports: importsOf(scripts), uses: [...usesOf(scripts), ...wordsOf(markup)] };
}

function importsOf(text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map((file) => file.fileName)
    .filter((name) => !/\?(worker&)?url$/.test(name));
}

function usesOf(text: string): Use[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2023, true);
  const own = ownNames(file);
  const uses: Use[] = [];
  const visit = (node: ts.Node, within: string): void => {
    const name = nameOfUse(node, own);
    if (name) uses.push({ name, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, within });
    const inside = functionName(node) ?? within;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, '');
  return uses;
}

function nameOfUse(node: ts.Node, own: ReadonlySet<string>): string | null {
  if (ts.isPropertyAccessExpression(node)) return `${lastName(node.expression)}.${node.name.text}`;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return `${lastName(node.expression)}.${node.argumentExpression.text}`;
  }
  if (ts.isNewExpression(node)) return `new ${lastName(node.expression)}(${node.arguments?.length ? '…' : ''})`;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0] && ts.isStringLiteralLike(node.arguments[0]) ? null : 'import(…)';
  }
  return ts.isIdentifier(node) && !isLabel(node) && !own.has(node.text) ? node.text : null;
}

/** An identifier that names a member and no value of its own. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (ts.isClassElement(parent) || ts.isTypeElement(parent)) && parent.name === node;
}

function lastName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}

function ownNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isImportSpecifier(node);
    if ((declares || ts.isFunctionDeclaration(node)) && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function functionName(node: ts.Node): string | null {
  const named = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isVariableDeclaration(node);
  return named && node.name ? node.name.getText() : null;
}

function wordsOf(markup: string): Use[] {
  return [...markup.matchAll(/\{@html|import\s*\(|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)?/g)].flatMap((match) => {
    const line = markup.slice(0, match.index).split('\n').length;
    const parts = match[0].includes('.')
      ? [match[0], match[0].split('.', 1)[0] ?? '']
      : [/^import\s*\(/.test(match[0]) ? 'import(…)' : match[0]];
    return parts.map((name) => ({ name, line, within: '' }));
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
