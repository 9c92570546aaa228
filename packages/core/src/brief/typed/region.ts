/** The country of a language tag such as a browser gives, "en-GB"; the likeliest one where the tag names none. */
export function regionOfLocale(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().region;
  } catch {
    return undefined;
  }
}
