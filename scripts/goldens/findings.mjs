// What the tips say of eighty corpus messages and of the kinds of message that were once read wrongly, read by hand when it changes: fixtures/golden/findings.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { openReader, review, scriptArtifacts } from '@ringback/core';
import { corpusFiles, messagesOf } from '../../corpus/train/messages.mjs';

const top = new URL('../../', import.meta.url);
const reader = openReader(readFileSync(new URL('packages/core/weights/reader.bin', top)));
const golden = new URL('fixtures/golden/findings.json', top);
// The messages that were read by hand stay the same ones, however the corpus grows.
const byId = new Map(
  corpusFiles(new URL('corpus', top).pathname).flatMap((file) => messagesOf(file).map((message) => [message.id, message])),
);
const chosen = JSON.parse(readFileSync(golden, 'utf8')).flatMap(({ id }) => byId.get(id) ?? []);

/** One message with everything a person would be told of it. */
function told({ id, text }) {
  const { tips, verdict } = review(scriptArtifacts(text, { name: 'text' }), { reader });
  const findings = tips.flatMap((tip) =>
    tip.findings.map(({ message, evidence, fix, good }) =>
      [tip.id, good ? '+' : '-', message, evidence, fix].filter((part) => part !== '').join(' | '),
    ),
  );
  return { id, text, verdict: verdict.decision, findings };
}

const kinds = JSON.parse(readFileSync(new URL('fixtures/texts/kinds.json', top), 'utf8')).map(({ kind, text }, index) => ({
  id: `${kind} ${1 + (index % 3)}`,
  text,
}));

writeFileSync(golden, `${JSON.stringify([...chosen, ...kinds].map(told), null, 1)}\n`);
