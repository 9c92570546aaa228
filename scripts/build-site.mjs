// npm run build:site: the pages of docs/ and the packages' public exports as a site of files, in dist/site. Nothing of it needs a network.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installBeside, prepare, top } from './setup.mjs';
import { brokenLinks } from './site/broken-links.mjs';
import { addressPages, nameDocuments, nameModules, ORDER_OF_GROUPS } from './site/names.mjs';

const OUT = join(top, 'dist', 'site');

/** What the "exports" of the packages' manifests reach, as sources, with the name under which it is imported. */
function publicModules() {
  return readdirSync(`${top}packages`).flatMap((folder) => {
    const { name, exports = {} } = JSON.parse(readFileSync(`${top}packages/${folder}/package.json`, 'utf8'));
    return Object.entries(exports).flatMap(([path, { source }]) =>
      source === undefined ? [] : [{ name: name + path.slice(1), source: resolve(top, 'packages', folder, source) }],
    );
  });
}

prepare();
installBeside('typedoc');
const typedoc = await import('typedoc');
const modules = publicModules();
rmSync(OUT, { recursive: true, force: true });
const app = await typedoc.Application.bootstrap({
  name: 'Ringback',
  tsconfig: join(top, 'tsconfig.json'),
  entryPoints: modules.map(({ source }) => source),
  readme: join(top, 'README.md'),
  customCss: join(top, 'scripts/site/site.css'),
  projectDocuments: ['docs/*.md', 'docs/{how-to,tips,adr}/*.md', 'packages/*/weights/*/README.md', 'CONTRIBUTING.md', 'SECURITY.md'].map(
    (pages) => join(top, pages),
  ),
  basePath: top,
  disableSources: true,
  disableGit: true,
  excludeInternal: true,
  excludePrivate: true,
  hideGenerator: true,
  // The check has compiled everything.
  skipErrorChecking: true,
  groupOrder: [...ORDER_OF_GROUPS, '*'],
  sort: ['documents-first', 'alphabetical'],
  navigation: { includeGroups: true },
  includeHierarchySummary: false,
  githubPages: false,
  // A type that an export mentions need not be exported itself.
  validation: { invalidLink: true, invalidPath: true, rewrittenLink: true, notExported: false, notDocumented: false },
  logLevel: 'Warn',
});
nameDocuments(app);
nameModules(app, modules, typedoc);
addressPages(app, typedoc);
const project = await app.convert();
if (project === undefined) process.exit(1);
app.validate(project);
await app.generateDocs(project, OUT);
const broken = brokenLinks(OUT);
for (const link of broken) process.stderr.write(`${link}\n`);
if (broken.length > 0 || app.logger.hasErrors() || app.logger.hasWarnings()) {
  process.stderr.write('ringback: the site has the faults above: mend the page or the doc comment that each names.\n');
  process.exit(1);
}
process.stdout.write(`${OUT} is the site: open its index.html, or copy it to any web host.\n`);
