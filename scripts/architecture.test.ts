import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const TOP = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', TOP), 'utf8');

/** The rooms of a package by the page: the rows of the table under its heading. */
function roomsOnPage(name: string): string[] {
  const section = page.split(`### packages/${name}\n`)[1]?.split(/^#/m)[0] ?? '';
  return [...section.matchAll(/^\| `([a-z-]+)` /gm)].map(([, room]) => room ?? '').sort();
}

const folders = (path: string) =>
  readdirSync(new URL(path, TOP), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

it.each(folders('packages/'))('packages/%s has the rooms that the architecture page lists, and no others', (name) => {
  expect(roomsOnPage(name)).toEqual(folders(`packages/${name}/src/`));
});
