import { escapeHtml } from '../../report/escape.ts';
import { PAGE_STYLE } from '../../report/html-style.ts';
import type { Comparison } from '../statistics/comparisons.ts';
import type { LogStatistics } from '../statistics/statistics.ts';
import { drawCurve, drawReliability } from './draw.ts';
import { countsInWords, groupInWords, judgementInWords, percent, rateInWords, timeInWords } from './words.ts';

/** Nothing may be loaded and nothing may run; only the page's own style sheet counts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const figure = (label: string, svg: string) => (svg === '' ? '' : `<figure tabindex="0" aria-label="${label}">${svg}</figure>`);

function row(one: Comparison): string {
  const cells = [rateInWords(one.rate), rateInWords(one.others), judgementInWords(one)].map((cell) => `<td>${escapeHtml(cell)}</td>`);
  return `<tr><th scope="row">${escapeHtml(groupInWords(one))}</th>${cells.join('')}</tr>`;
}

/** The statistics as one page that needs nothing else; nobody's name is in it. */
export function statisticsHtml(statistics: LogStatistics): string {
  const { rate, horizonDays, comparisons, calibration, notYet, curve } = statistics;
  const headline = rate.share === null ? 'No rate of returns yet' : `${percent(rate.share)} returned within ${horizonDays} days`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>What came of the calls</title>
<style>${PAGE_STYLE}</style>
</head>
<body><main>
<header>
<p class="source">${escapeHtml(countsInWords(statistics))}.</p>
<h1>${escapeHtml(headline)}</h1>
<p>Of the calls that old: ${escapeHtml(rateInWords(rate))}.</p>
<p class="mend">${escapeHtml(notYet)}</p>
</header>
<h2>Time to a return</h2>
<p>${escapeHtml(timeInWords(statistics))}</p>
${figure('Time to a return', drawCurve(curve))}
<h2>Compared</h2>
<table><thead><tr><th scope="col">Calls</th><th scope="col">Returned</th><th scope="col">The others</th><th scope="col">Corrected for all looks</th></tr></thead>
<tbody>${comparisons.map(row).join('\n')}</tbody></table>
<h2>What a message foretells</h2>
<p>${escapeHtml(calibration.says)}</p>
${figure('Reliability', drawReliability(calibration.reliability))}
</main></body>
</html>
`;
}
