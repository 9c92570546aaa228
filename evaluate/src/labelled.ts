import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts, Verdict } from '@ringback/core';

/** One labelled text. A fact that is absent or listed in `disputed` is not scored. */
export interface LabelledText {
  id: string;
  /** The hand it is of: the name of its file. */
  author: string;
  text: string;
  facts: Partial<Record<string, unknown>>;
  disputed?: readonly string[];
  verdict: Verdict['decision'] | null;
  setting?: string;
  dialect?: string;
  form?: string;
}

/** Folder of the corpus. */
export const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** Every text of a .jsonl file; tags of corpus messages are taken out. */
export function readLabelled(file: string): LabelledText[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { marked, text, ...rest } = JSON.parse(line) as LabelledText & { marked?: string };
    return { ...rest, author: basename(file, '.jsonl'), text: text ?? (marked ?? '').replace(/<[^>]*>/g, '') };
  });
}

/** The whole corpus. */
export function readCorpus(): LabelledText[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLabelled(join(CORPUS, name)));
}

/** The same words as a recogniser without a language model writes them: no capitals, no stops. */
export function flatten(text: string): string {
  return text
    .toLowerCase()
    .replace(/[,;:!?…—–"]|\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ');
}

/** Whether a fact of a text is labelled, and how; undefined where it is not. */
export function labelOf({ facts, disputed }: LabelledText, fact: keyof Facts): boolean | undefined {
  const label = facts[fact];
  return typeof label !== 'boolean' || disputed?.includes(fact) === true ? undefined : label;
}
