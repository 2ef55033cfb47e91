/** What a spreadsheet shows and reckons with, and never runs: a number, and a dash. */
const PLAIN = /^[+-]?(?:\d{1,15}(?:[.,]\d{1,15})?)?$/

/** Whether a spreadsheet would run a text. */
export const isFormula = (text: string) => /^[=+\-@\t\r]/.test(text) && !PLAIN.test(text)

/** Spreadsheets run what begins like a formula; an apostrophe before it keeps it a text. */
export const guarded = (text: string) => isFormula(text) || /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text
export const unguarded = (text: string) => /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
