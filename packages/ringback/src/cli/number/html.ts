import { drawDictationSvg } from '@ringback/core';
import type { ExaminedNumber, NumberReport } from '../../use/number/report.ts';
import { figureLine, numberText } from './text.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1e;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.2rem;margin-top:2rem}figure{margin:1rem 0;overflow-x:auto}pre{white-space:pre-wrap}
.lead{font-size:1.15rem}li{margin:.2rem 0}.rb-lost{font-weight:700}
@media(prefers-color-scheme:dark){body{color:#f2f2f4;background:#1c1c1e}.rb-lost{fill:#ff8a80}}`;

/** The report as one page without scripts, with the number drawn on its timeline. */
export function numberHtml(report: NumberReport): string {
  const numbers = report.numbers.map(oneNumber).join('\n');
  const nothing = report.nothing === null ? '' : `<p class="lead">${escapeMarkup(report.nothing)}</p>`;
  const expected = report.expected === null ? '' : `<p>${escapeMarkup(lastParagraph(numberText(report)))}</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>The number in ${escapeMarkup(report.source.name)}</title><style>${STYLE}</style></head>
<body><h1>The number in ${escapeMarkup(report.source.name)}</h1>
${nothing}${numbers}${expected}</body></html>
`;
}

function oneNumber(number: ExaminedNumber): string {
  const name = number.e164 ?? number.digits;
  const extension = number.extension === undefined ? '' : `, extension ${number.extension}`;
  const found = number.legibility?.ok ? number.legibility.value : null;
  const written = found === null ? undefined : writtenInPlace(number, found.written);
  const drawing =
    number.dictation === null ? '' : `<figure>${drawDictationSvg(number.dictation, written === undefined ? {} : { written })}</figure>`;
  const expected = number.tested?.as === 'expected' ? `Tested as the number expected, ${number.tested.digits}. ` : '';
  const lead = found?.sentence === undefined ? '' : `<p class="lead">${escapeMarkup(expected + found.sentence)}</p>`;
  const figures = number.figures.map((figure) => `<li>${escapeMarkup(figureLine(figure))}</li>`).join('');
  const rest = escapeMarkup(numberText(onlyLegibility(number)).split('\n').slice(2).join('\n').trim());
  return `<section><h2>${escapeMarkup(name + extension)}</h2>${lead}${drawing}<ul>${figures}</ul><pre>${rest}</pre></section>`;
}

/** What a listener would write at each digit that was said; undefined where the test weighed more digits or fewer than were heard. */
function writtenInPlace({ dictation, tested }: ExaminedNumber, text: string): string[] | undefined {
  const mention = dictation?.mentions[dictation.clearest];
  const written = [...text.replaceAll('-', '')];
  if (mention === undefined || tested === undefined) return undefined;
  let place = 0;
  const placed = mention.digits.map((digit) => {
    if (mention.corrected.includes(digit)) return digit.digit;
    place += 1;
    return written[place - 1] ?? '';
  });
  return place === written.length ? placed : undefined;
}

/** The number as a report of its own without its dictation, which the page draws instead. */
function onlyLegibility(number: ExaminedNumber): NumberReport {
  const bare: ExaminedNumber = { ...number, dictation: null, figures: [] };
  return { numberReportVersion: 1, source: { name: '', durationSec: 0 }, text: '', numbers: [bare], nothing: null, expected: null };
}

function lastParagraph(text: string): string {
  return text.trim().split('\n\n').at(-1) ?? '';
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
