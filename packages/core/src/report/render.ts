import type { Review } from '../documents/review.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderSarif } from './sarif.ts';
import { renderText, type TextOptions } from './text.ts';
import { renderTextGrid } from './textgrid.ts';
import { renderVtt } from './vtt.ts';

/** The formats a review can be written in. */
export const FORMATS = ['text', 'json', 'html', 'sarif', 'vtt', 'textgrid', 'csv'] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** The review in a format. Renderers tell what the review says; they never judge. */
export function render(review: Review, format: Format, options: TextOptions = {}): string {
  switch (format) {
    case 'text':
      return renderText(review, options);
    case 'json':
      return renderJson(review);
    case 'html':
      return renderHtml(review);
    case 'sarif':
      return renderSarif(review);
    case 'vtt':
      return renderVtt(review);
    case 'textgrid':
      return renderTextGrid(review);
    case 'csv':
      return renderCsv(review);
  }
}
