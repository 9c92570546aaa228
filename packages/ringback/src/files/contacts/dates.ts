const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const two = (value: number) => String(value).padStart(2, '0');

/** A date as LinkedIn writes it ("12 Mar 2024"), or ISO, as ISO; undefined for anything else. */
export function isoDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return iso[0];
  const named = /^(\d{1,2})[ -](\p{L}{3})\p{L}*\.?[ -](\d{4})$/u.exec(text) ?? undefined;
  const american = /^(\p{L}{3})\p{L}*\.? (\d{1,2}), (\d{4})$/u.exec(text) ?? undefined;
  const [day, month, year] = named ? [named[1], named[2], named[3]] : american ? [american[2], american[1], american[3]] : [];
  const monthNumber = MONTHS.indexOf(month?.toLowerCase() ?? '') + 1;
  return year && day && monthNumber > 0 ? `${year}-${two(monthNumber)}-${two(Number(day))}` : undefined;
}
