import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenLinks } from './broken-links.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-links-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function site(pages: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, 'site-'));
  for (const [name, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  return place;
}

it('finds nothing wrong with links to files, places and other sites', () => {
  const place = site({
    'index.html': '<a href="docs/a%20b.html#x&amp;y">a</a><a href="#here">b</a><p id="here"><a href="https://example.com">c</a>',
    'docs/a b.html':
      '<h2 class="z" id="x&amp;y"></h2><a class="k" href="../index.html">back</a><img src="../p.png"/><img src="data:image/png,0"/>',
    'p.png': '',
  });
  expect(brokenLinks(place)).toEqual([]);
});

it('names a file and a place that are not there, a folder, and what would be loaded from elsewhere', () => {
  const place = site({
    'index.html': [
      '<a href="gone.html">a</a><a href="docs/a.html#gone">b</a><a href="docs">c</a><a href="#gone">d</a>',
      '<script src="https://example.com/a.js"></script><link rel="stylesheet" href="//example.com/a.css"/><img alt="" src="gone.png"/>',
    ].join('\n'),
    'docs/a.html': '',
  });
  expect(brokenLinks(place)).toEqual([
    'index.html: no file gone.html',
    'index.html: no place docs/a.html#gone',
    'index.html: no file docs',
    'index.html: no place #gone',
    'index.html: loads https://example.com/a.js',
    'index.html: loads //example.com/a.css',
    'index.html: no file gone.png',
  ]);
});
