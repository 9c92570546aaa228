/** Countries whose numbers are read without their code, by ISO 3166. */
const CODES = (
  'AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GH GR HK HR HU ID IE IL IN IS IT JM JP KE KR LT LU LV MT MX MY NG NL NO NZ ' +
  'PE PH PK PL PT RO RS SA SE SG SI SK TH TR TW UA UG US VN ZA'
).split(' ');

/** The countries by their English names, in order. */
export function countries(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => a.name.localeCompare(b.name));
}
