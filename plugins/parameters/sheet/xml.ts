/** A tag of a part, without the prefix of its name, and the text that follows it. */
export interface Tag {
  readonly name: string
  readonly closes: boolean
  /** It begins and ends at once. */
  readonly empty: boolean
  readonly attributes: ReadonlyMap<string, string>
  readonly textAfter: string
}

const TAG_AT_MOST = 64 * 1024
const TEXT_AT_MOST = 256 * 1024
const HEAD = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NOTHING: ReadonlyMap<string, string> = new Map()

/**
 * The tags of a part in turn, in one pass. Throws where one does not end, begins within another, or is longer than any
 * spreadsheet makes it: so a part made to be slow is read as quickly as any. What begins `<!` no spreadsheet writes.
 */
export function* tagsIn(part: string): Generator<Tag> {
  for (let at = part.indexOf('<'); at >= 0;) {
    const end = part.indexOf('>', at)
    const next = part.indexOf('<', at + 1)
    if (end < 0 || (next >= 0 && next < end) || end - at > TAG_AT_MOST || part[at + 1] === '!') throw new Error('No spreadsheet')
    const text = part.slice(end + 1, next < 0 ? part.length : next)
    if (text.length > TEXT_AT_MOST) throw new Error('No spreadsheet')
    const inside = part.slice(at + 1, end)
    const [head, closes = '', name = ''] = HEAD.exec(inside) ?? []
    if (head !== undefined) yield {
      name, closes: closes !== '', empty: inside.endsWith('/'), textAfter: unescaped(text),
      attributes: inside.length > head.length + 1 ? attributesIn(inside.slice(head.length)) : NOTHING,
    }
    at = next
  }
}

const attributesIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]))

/** The texts within each element of a name, put together from their pieces. */
export function textsIn(part: string, element: string): string[] {
  const texts: string[] = []
  let [text, within, aside] = ['', false, false]
  for (const { name, closes, empty, textAfter } of tagsIn(part)) {
    if (name === element && !closes) text = ''
    if (name === 'rPh') aside = !closes && !empty
    within = name === 't' && !closes && !empty
    if (within && !aside) text += textAfter
    if (name === element && (closes || empty)) texts.push(text)
  }
  return texts
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

/** Signs as XML writes them, and as spreadsheets write those that XML has no way for: `_x000D_`. */
function unescaped(text: string): string {
  const plain = text.includes('&') ? text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex as string, 16) : decimal ? Number(decimal) : undefined
    if (code === undefined) return NAMED[String(name)] ?? String(all)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  }) : text
  return plain.includes('_x') ? plain.replaceAll(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex as string, 16))) : plain
}
