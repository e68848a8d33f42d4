import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The texts of an exported union of literals, read from its source: types are gone when a test runs. */
export function unionMembers(file: URL, name: string): string[] {
  const source = ts.createSourceFile('file.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const alias = source.statements.filter(ts.isTypeAliasDeclaration).find((statement) => statement.name.text === name);
  if (!alias || !ts.isUnionTypeNode(alias.type)) throw new Error(`${file.pathname} has no union ${name}`);
  return alias.type.types.map((type) => {
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return type.literal.text;
    throw new Error(`${name} has a member that is no text`);
  });
}
