import type { Difference, Ranked, Ranking } from '../verdict/compare.ts';
import { DECISION_WORDS } from './decision-words.ts';
import { colourPaint, type Paint, plainPaint, wrap } from './terminal-line.ts';
import type { TextOptions } from './text.ts';

const WIDTH = 80;
/** Most differences told of one pair. */
const MAX_TOLD = 3;

/** The ranking for a terminal, best first, with what decided between neighbours. */
export function renderRanking(ranking: Ranking, options: TextOptions = {}): string {
  const paint = options.colour === true ? colourPaint : plainPaint;
  const width = options.width ?? WIDTH;
  const lines = ranking.ranking.flatMap((entry, index) => entryLines(entry, ranking.ranking[index + 1], paint, width));
  return `${lines.join('\n')}\n`;
}

/** The ranking as JSON. */
export function renderRankingJson(ranking: Ranking): string {
  return `${JSON.stringify(ranking, null, 2)}\n`;
}

function entryLines(entry: Ranked, next: Ranked | undefined, paint: Paint, width: number): string[] {
  const { words, style } = DECISION_WORDS[entry.decision];
  const [name = '', ...rest] = wrap(entry.name, width, `${entry.rank}. `);
  const lines = [paint(name, 'strong'), ...rest, `   ${paint(words, style)} (${entry.score.toFixed(2)})`];
  if (next === undefined) return lines;
  if (entry.ahead.length === 0)
    return [...lines, ...wrap('Nothing that counts tells it from the next; the shorter one comes first.', width, '   ')];
  const but = entry.behind.slice(0, 1).map((difference) => ({ ...difference, sign: 'but the next: ', says: difference.better }));
  const ahead = entry.ahead.slice(0, MAX_TOLD).map((difference) => ({ ...difference, sign: '', says: told(difference) }));
  return [...lines, ...[...ahead, ...but].flatMap(({ element, sign, says }) => wrap(`${sign}${says}`, width, `   ${element}: `))];
}

function told({ better, worse }: Difference): string {
  return better === worse ? better : `${better} The next: ${worse}`;
}
