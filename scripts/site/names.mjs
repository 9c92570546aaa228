// How the pages of the site are called, grouped and addressed: a page by its own heading, a module as it is imported.
import { basename, dirname, relative } from 'node:path';
import { top } from '../setup.mjs';

/** The group of the pages of a folder. */
const OF_FOLDERS = new Map([
  ['docs/how-to', 'How to'],
  ['docs', 'Guide'],
  ['docs/tips', 'The seven tips'],
  ['docs/adr', 'Decisions'],
]);
const RUNNING = 'Running it for others';
const INSIDE = 'Inside';
/** Pages of the guide that are not for whoever calls. */
const OF_PAGES = new Map([
  ...['deploy', 'jobs', 'scale', 'security', 'storage'].map((page) => [`docs/${page}`, RUNNING]),
  ...['accuracy', 'architecture', 'errors', 'reader', 'speed', 'units'].map((page) => [`docs/${page}`, INSIDE]),
]);

/** The groups of pages in the order in which they stand. */
export const ORDER_OF_GROUPS = ['Guide', 'How to', 'The seven tips', RUNNING, INSIDE, 'Decisions'];

/** Where a page lies in the checkout, without its ending. */
function placeOf(document) {
  return relative(top, document.project.files.getReflectionPath(document)).replace(/\.md$/, '');
}

/** The first heading of a page's Markdown, without the number that decisions have. */
function headingOf(text, place) {
  const heading = /^# +(?:\d+[.:] )?(.+)$/m.exec(text)?.[1];
  if (heading === undefined) throw new Error(`${place}.md has no heading: give it one, "# ...".`);
  return heading.replaceAll('`', '');
}

/** Names every document for its heading and puts it into its group. */
export function nameDocuments(app) {
  app.converter.on('createDocument', (_context, document) => {
    const place = placeOf(document);
    const number = /^\d{4}(?=-)/.exec(basename(place))?.[0];
    const heading = headingOf(document.content.map(({ text }) => text).join(''), place);
    document.name = number === undefined ? heading : `${number} ${heading}`;
    document.frontmatter.group = OF_PAGES.get(place) ?? OF_FOLDERS.get(dirname(place)) ?? INSIDE;
  });
}

/** Names every module as it is imported. */
export function nameModules(app, modules, { ReflectionKind }) {
  const names = new Map(modules.map(({ name, source }) => [source, name]));
  app.converter.on('createDeclaration', (_context, declaration) => {
    const name = names.get(declaration.project.files.getReflectionPath(declaration));
    if (name !== undefined && declaration.kindOf(ReflectionKind.Module)) declaration.name = name;
  });
}

/** Lets a page's address be its place in the checkout, so that it outlives a change of its heading. */
export function addressPages(app, { KindRouter }) {
  class PageRouter extends KindRouter {
    getIdealBaseName(reflection) {
      return reflection.isDocument() ? placeOf(reflection) : super.getIdealBaseName(reflection);
    }
  }
  app.renderer.defineRouter('pages', PageRouter);
  app.options.setValue('router', 'pages');
}
