// The scripts of fifty briefs typed as people type, read aloud by hand when they change: fixtures/golden/typed-briefs.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { composeScripts, openReader, parseBrief } from '@ringback/core';

const top = new URL('../../', import.meta.url);
const reader = openReader(readFileSync(new URL('packages/core/weights/reader.bin', top)));
const briefs = JSON.parse(readFileSync(new URL('fixtures/texts/typed-briefs.json', top), 'utf8'));
const told = briefs.map((brief) => ({
  asked: `${brief.caller.name} to ${brief.whom.name}: ${brief.question}`,
  scripts: composeScripts(parseBrief(brief), { reader }).scripts.map(({ text }) => text),
}));
writeFileSync(new URL('fixtures/golden/typed-briefs.json', top), `${JSON.stringify(told, null, 1)}\n`);
