import { drawDictationSvg } from '../dictation/drawing-svg.ts';
import type { Delivery, DictatedNumber, Finding, NoteResult, Review, TipResult } from '../documents/review.ts';
import { firstFinding } from '../verdict/verdict.ts';
import { decisionTold } from './decision-words.ts';
import { escapeHtml } from './escape.ts';
import { followingHeadline, followingNotes } from './following-words.ts';
import { PAGE_STYLE } from './html-style.ts';
import { drawTimeline } from './html-timeline.ts';
import { clock } from './terminal-line.ts';

/** Nothing may be loaded and nothing may run; only the page's own style sheet counts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page may carry beside the review. */
export interface HtmlOptions {
  /** The recording as a `data:` address, to be played in the page. */
  sound?: string;
}

/** The review as one page that needs nothing else: no script, no font, no picture from anywhere. */
export function renderHtml(review: Review, { sound }: HtmlOptions = {}): string {
  const { source, verdict } = review;
  const timeNote = source.estimated ? '<p class="faint">The times are estimated from the text.</p>' : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}${sound ? '; media-src data:' : ''}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`Review of ${source.name}`)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body><main>
<header>
<p class="source">${escapeHtml(source.name)}: ${source.estimated ? 'about ' : ''}${review.delivery.durationSec.toFixed(source.estimated ? 0 : 1)} s, ${review.transcript.words.length} words</p>
<h1 class="${verdict.decision}">This message ${decisionTold(review).words}</h1>
<ul class="reasons">${verdict.reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('')}</ul>
${mendFirst(review)}
${sound ? player(sound) : ''}
</header>
<h2>Timeline</h2>
${timeNote}
<figure tabindex="0" aria-label="Timeline">
${drawTimeline(review)}
</figure>
<h2>Seven tips</h2>
${review.tips.map((tip) => tipCard(tip, review)).join('\n')}
<h2>Notes</h2>
${review.notes
  .filter((note) => note.status !== 'notApplicable')
  .map((note) => tipCard({ ...note, score: null }, review))
  .join('\n')}
${alongScript(review)}
<h2>Words</h2>
<p>${escapeHtml(review.transcript.text.trim())}</p>
<h2>Delivery</h2>
${deliveryTable(review.delivery)}
</main></body>
</html>
`;
}

/** The script with what became of each word, and the differences in sentences. */
function alongScript({ following }: Review): string {
  if (following === undefined) return '';
  const words = following.words.map(({ text, state }) => {
    if (state === 'left-out') return `<del>${escapeHtml(text)}</del>`;
    return state === 'otherwise' ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text);
  });
  const sentences = [...following.differences.map(({ message }) => message), ...followingNotes(following)];
  const told = sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('');
  return `<h2>Along your script</h2>
<p>${escapeHtml(followingHeadline(following))}</p>
${told === '' ? '' : `<ul>${told}</ul>`}
<p>${words.join(' ')}</p>`;
}

function player(sound: string): string {
  return `<audio controls aria-label="The recording" src="${escapeHtml(sound)}"></audio>`;
}

function mendFirst(review: Review): string {
  const finding = firstFinding(review);
  if (finding === undefined) return '';
  return `<p class="mend"><strong>Mend first:</strong> ${escapeHtml(`${finding.message} ${finding.fix}`)}</p>`;
}

type Card = (TipResult | (NoteResult & { score: null })) & { id: string };

function tipCard(tip: Card, review: Review): string {
  const score = tip.score === null ? '' : `<span class="score">${Math.round(tip.score * 100)}<span class="faint">/100</span></span>`;
  const findings = tip.findings.map((finding) => findingItem(finding, tip.headline, !review.source.estimated)).join('');
  const drawing = tip.id === 'number' && review.number !== undefined ? drawnNumber(review.number) : '';
  return `<section class="tip"><h3><span class="id">${tip.id}</span><span class="${tip.status}">${escapeHtml(tip.headline)}</span>${score}</h3>${
    findings === '' ? '' : `<ul>${findings}</ul>`
  }${drawing}</section>`;
}

function drawnNumber({ dictation, written }: DictatedNumber): string {
  return `<figure tabindex="0" aria-label="The number as it was said">${drawDictationSvg(dictation, written === undefined ? {} : { written })}</figure>`;
}

function findingItem(finding: Finding, headline: string, timed: boolean): string {
  const { start, end } = finding;
  const when = timed && start !== undefined && end !== undefined ? ` <span class="when">${clock(start)}–${clock(end)}</span>` : '';
  const message = finding.message === headline ? '' : `${escapeHtml(`${finding.severity === 'hint' ? 'Hint: ' : ''}${finding.message}`)} `;
  const fix = finding.fix === '' ? '' : `<span class="fix">${escapeHtml(finding.fix)}</span>`;
  const waived = finding.waived === undefined ? '' : `<span class="faint"> Waived: ${escapeHtml(finding.waived)}</span>`;
  return `<li>${message}<span class="faint">${escapeHtml(finding.evidence)}</span>${when}${waived === '' ? fix : waived}</li>`;
}

function deliveryTable(delivery: Delivery): string {
  const rows: [string, string | null][] = [
    ['Length', `${delivery.durationSec.toFixed(1)} s`],
    ['Words a minute', delivery.wordsPerMinute.toFixed(0)],
    ['Speech time', unit(delivery.speechSec, 's', 1)],
    ['Articulation rate', unit(delivery.articulationRate, 'syllables/s', 1)],
    ['Pauses', delivery.speechSec === null ? null : String(delivery.pauses.length)],
    ['Fillers', delivery.speechSec === null ? null : String(delivery.fillers.length)],
    [
      'Pitch',
      delivery.pitch === null
        ? null
        : `${delivery.pitch.medianHz.toFixed(0)} Hz, spread ${delivery.pitch.sdSemitones.toFixed(1)} semitones`,
    ],
    ['Level', unit(delivery.levelDb, 'dB full scale', 0)],
    ['Number', unit(delivery.digitsPerSecond, 'digits/s', 2)],
    ...delivery.quality.withheld.map(({ measure, reason }): [string, string] => [`Not judged: ${measure}`, reason]),
  ];
  const cells = rows.flatMap(([name, value]) =>
    value === null ? [] : [`<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`],
  );
  return `<table>${cells.join('')}</table>`;
}

function unit(value: number | null, name: string, digits: number): string | null {
  return value === null ? null : `${value.toFixed(digits)} ${name}`;
}
