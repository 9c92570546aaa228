/** A year at school at the end of what was typed: "year 13", "grade 4", "3rd grade", "class 8B". */
export const SCHOOL_YEAR = /(?:\b(?:year|grade|class|form|p) ?\d{1,2}[a-z]?|\b\d{1,2}(?:st|nd|rd|th) (?:grade|form|year))$/i;

/** As it is written: "Year 13", "Class 8B". */
export const yearSaid = (text: string) =>
  text
    .toLowerCase()
    .replace(/^p ?(?=\d)/, 'Primary ')
    .replace(/\b(?:year|grade|class|form)(?= ?\d)/, (word) => word.replace(/^./, (letter) => letter.toUpperCase()))
    .replace(/(?<=\d)[a-z]$/, (letter) => letter.toUpperCase());
