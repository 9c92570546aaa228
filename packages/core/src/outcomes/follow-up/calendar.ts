import type { Call } from '../call.ts';
import type { NextTry } from './rule.ts';

/** Longest line of a calendar, bytes (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
const MINUTES = 15;

/** Backslash, semicolon, comma and line breaks (RFC 5545, 3.3.11); other control characters may not stand in a text. */
function text(value: string): string {
  const escaped = value.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\n|\r/g, '\\n');
  return escaped.replace(/\p{Cc}/gu, ' ');
}

/** Length of a character in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** Breaks a line after at most 75 bytes, never inside a character; what follows begins with a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  let used = 0;
  let result = '';
  for (const character of line) {
    const size = bytesOf(character);
    if (used + size > LONGEST_LINE) {
      result += '\r\n ';
      used = 1;
    }
    result += character;
    used += size;
  }
  return `${result}\r\n`;
}

/** "20261201T100000": a floating time, the same on the clock wherever the person is (RFC 5545, 3.3.5, form 1). */
const floating = (date: string, time: string) => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
const utc = (moment: string) => `${moment.slice(0, 19).replace(/[-:]/g, '')}Z`;

function event({ callId, date, time, attempt }: NextTry, call: Call, now: string): string[] {
  const { name, organisation, number } = call.whom;
  const about = [organisation, call.brief?.topic, number].filter((part) => part !== undefined);
  return [
    'BEGIN:VEVENT',
    // The same try keeps its id, so that a calendar that reads again moves it instead of adding another.
    `UID:${callId}-${attempt}@ringback.invalid`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${floating(date, time)}`,
    `DURATION:PT${MINUTES}M`,
    `SUMMARY:${text(`Call ${name} again (try ${attempt})`)}`,
    ...(about.length > 0 ? [`DESCRIPTION:${text(about.join('\n'))}`] : []),
    'END:VEVENT',
  ];
}

/** The tries as an iCalendar file (RFC 5545), which is the feed as well. @param now ISO 8601. */
export function followUpCalendar(tries: readonly NextTry[], calls: readonly Call[], now: string): string {
  const byId = new Map(calls.map((call) => [call.id, call]));
  const events = tries.flatMap((one) => {
    const call = byId.get(one.callId);
    return call === undefined ? [] : event(one, call, now);
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ringback//Ringback//EN',
    'X-WR-CALNAME:Calls to try again',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}
