/** Passwords that everybody tries first, read when the first password is chosen. */
let list: Promise<ReadonlySet<string>> | undefined

async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map(String))
}

/** Words that belong to this product and its trade; somebody who guesses begins with them. */
const tradeWords = [
  'filiaal', 'bibliotheek', 'bibliotheque', 'library', 'wachtwoord', 'password', 'motdepasse', 'welkom', 'welcome',
  'bienvenue',
]
/** What people put behind a word when they are asked for a longer one: a year, an exclamation mark. */
const TAIL = /[0-9]{0,4}[^\p{L}\p{N}]{0,2}$/u
const HEAD = /^[^\p{L}\p{N}]{0,2}[0-9]{0,4}/u
const REPEATED = /^(.{1,20}?)\1+$/u
/** Fewer signs than this, said over and over, are no password. */
const UNIT_MIN = 4
/** So many letters beside one's own name make a password of one's own. */
const OWN_LETTERS_MIN = 4

/** Whether the password is a common one, or a common one dressed up: capitals, a year behind it, said twice. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const common = await (list ??= readList())
  const lower = password.toLowerCase()
  const bare = lower.replace(TAIL, '')
  const forms = [lower, bare, bare.replace(HEAD, '')].flatMap(form => [form, saidOnce(form)])
  return isRun(lower) || (saidOnce(lower)?.length ?? UNIT_MIN) < UNIT_MIN
    || forms.some(form => form !== undefined && (common.has(form) || tradeWords.includes(form)))
}

/** `abcdefghij`, `9876543210`: every sign follows from the one before. */
function isRun(text: string): boolean {
  const signs = Array.from(text, sign => sign.codePointAt(0) ?? 0)
  const steps = new Set(signs.slice(1).map((sign, n) => sign - (signs[n] ?? 0)))
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0)
}

const saidOnce = (text: string) => REPEATED.exec(text)?.[1]

/** Whether hardly anything is left of the password without these names: one's own, one's address, the trade's. */
export function isOwnName(password: string, names: readonly string[]): boolean {
  const words = [...names.flatMap(wordsOf), ...tradeWords].filter(word => word.length >= 3)
    .toSorted((a, b) => b.length - a.length)
  const plain = lettersOf(password)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return left.length < plain.length && left.length < OWN_LETTERS_MIN
}

const lettersOf = (text: string) => text.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}]/gu, '')
const wordsOf = (name: string) => [lettersOf(name), ...name.split(/[^\p{L}\p{N}]+/u).map(lettersOf)]
