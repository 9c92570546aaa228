import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { review, reviewSchema, toPlain } from '@ringback/core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { loadReader } from '../use/reader.ts';
import { reviewScript } from '../use/review-script.ts';
import { ARTIFACT_FILE, loadArtifacts, saveArtifacts } from './artifact-folder.ts';

const FIXTURES = new URL('../../../../fixtures/', import.meta.url);
const WAIVED = `Hello Ms. Calder, this is Theo Lindgren. <!-- ringback-waive bridge: she knows my voice -->
Could you give me five minutes on one question about your plan? My number is 617-555-0123. Again, 617-555-0123.`;

let folder: string;
const how = { reader: await loadReader() };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringback-artifacts-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a script reviewed from its saved artifacts keeps its waivers and its score', async () => {
  const { review: first, artifacts } = reviewScript(WAIVED, { name: 'call.md', review: how });
  await saveArtifacts(folder, artifacts);
  const again = review(await loadArtifacts(folder), how);
  expect(again).toEqual(first);
  expect(again.tips.find(({ id }) => id === 'bridge')?.findings[0]?.waived).toBe('she knows my voice');
});

describe.each(['consultant', 'alumnus', 'reference'])('the sample "%s"', (name) => {
  it('is read as it was saved, and its review is of the documented shape, with nothing besides', async () => {
    const place = new URL(`artifacts/${name}/`, FIXTURES);
    const artifacts = await loadArtifacts(place.pathname);
    expect(artifacts).toEqual(JSON.parse(await readFile(new URL(ARTIFACT_FILE, place), 'utf8')));
    const made = toPlain(review(artifacts, how));
    expect(reviewSchema.parse(made)).toEqual(made);
  });
});

test.each([
  ['no JSON', 'hello', /is not JSON/],
  ['another version', '{"artifactsVersion":2}', /not artifacts of version 1 \(at artifactsVersion\)/],
  ['another shape', '{"artifactsVersion":1,"source":{}}', /at source\.kind/],
])('%s is refused in one sentence that says where', async (_what, text, sentence) => {
  await writeFile(join(folder, ARTIFACT_FILE), text);
  await expect(loadArtifacts(folder)).rejects.toThrow(sentence);
});
