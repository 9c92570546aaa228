import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The pages for people, from the checkout's top folder. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** A block of a page between two fences, without the indentation of its fence. */
export interface Block {
  /** What stands behind the first fence; empty where nothing does. */
  language: string;
  lines: string[];
}

/** The fenced blocks of a page, from its first to its last. */
export function blocksOn(page: string): Block[] {
  const blocks: Block[] = [];
  let open: (Block & { indent: number }) | null = null;
  for (const line of readFileSync(page, 'utf8').split('\n')) {
    const fence = /^( *)```([a-z]*)$/.exec(line);
    if (fence !== null && open === null) open = { indent: fence[1]?.length ?? 0, language: fence[2] ?? '', lines: [] };
    else if (fence !== null && open !== null) {
      blocks.push({ language: open.language, lines: open.lines });
      open = null;
    } else open?.lines.push(line.slice(open.indent));
  }
  if (open !== null) throw new Error(`${page} has a block without an end`);
  return blocks;
}

/** The JSON documents of a page that have this key. */
export function documentsOn(page: string, key: string): string[] {
  return blocksOn(page)
    .filter(({ language }) => language === 'json')
    .map(({ lines }) => lines.join('\n'))
    .filter((text) => Object.hasOwn(JSON.parse(text) as object, key));
}
