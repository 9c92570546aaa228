// Fails on a public export without a doc comment. Public is what the "exports" of a package's manifest reach.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const top = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const faults = [];
for (const name of readdirSync(`${top}/packages`)) {
  const folder = `${top}/packages/${name}`;
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const entries = Object.values(manifest.exports ?? {})
    .map((entry) => entry.source)
    .filter(Boolean)
    .map((source) => resolve(folder, source));
  const config = ts.getParsedCommandLineOfConfigFile(
    `${folder}/tsconfig.json`,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => faults.push(fault.messageText) },
  );
  const program = ts.createProgram({ rootNames: entries, options: { ...config?.options, noEmit: true, composite: false } });
  const checker = program.getTypeChecker();
  for (const entry of entries) {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      if (target.getDocumentationComment(checker).length > 0) continue;
      const declaration = target.declarations?.[0];
      if (declaration?.getSourceFile().fileName.includes('node_modules')) continue;
      faults.push(`${declaration?.getSourceFile().fileName.slice(top.length + 1)}: export "${symbol.name}" has no doc comment`);
    }
  }
}
for (const fault of new Set(faults)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
