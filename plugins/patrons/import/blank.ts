import type { Context } from '#core/context.ts'
import type { UnitId } from '#core/contract.ts'
import { CardRow } from '../card.ts'
import { PersonRow } from '../person.ts'
import { nationalHash } from '../privacy/national-number.ts'
import { readDay, type Cells } from './cell.ts'
import { openContent, sealed } from './content.ts'
import { cellsOf, delimiterOf, headingOf } from './file.ts'

/**
 * Takes the rows of somebody who is forgotten out of the files that a library still keeps: those with a number or card of
 * theirs, and those with their name, unless another day of birth stands beside it. The other rows stay where they stood.
 */
export async function blankRows(ctx: Context, personId: string, libraries: readonly UnitId[]): Promise<void> {
  const files: { id: string; sealed: Buffer }[] = await ctx.db('patron_file').whereIn('library_id', libraries).whereNotNull('sealed')
    .orderBy('id').forUpdate().select('id', 'sealed')
  if (!files.length) return
  const isTheirs = await theirsAre(ctx, personId)
  for (const file of files) {
    const content = openContent(ctx, file)
    const kept = content === undefined ? undefined : await without(content, isTheirs)
    if (kept === content) continue
    await ctx.db('patron_file').where({ id: file.id })
      .update({ sealed: kept === undefined ? null : sealed(ctx, file.id, kept), blanked: ctx.db.raw('blanked + 1') })
  }
}

type Theirs = (cells: Cells) => boolean

/** By what a row tells that it is about somebody, or about one whom they turned out to be. */
async function theirsAre(ctx: Context, personId: string): Promise<Theirs> {
  const people = await PersonRow.query(ctx.db).where({ id: personId }).orWhere({ merged_into: personId })
  const cards = new Set((await CardRow.query(ctx.db).whereIn('person_id', people.map(({ id }) => id))).map(({ number }) => number))
  const numbers = new Set(people.flatMap(({ externalNumbers }) => externalNumbers))
  const hashes = new Set(people.flatMap(({ nationalHash: hash }) => hash ? [hash.toString('hex')] : []))
  const names = Map.groupBy(people, one => plainName(one.familyName, one.firstName))
  return ({ number, card, national, familyName, firstName, bornOn }) => {
    const hash = nationalHash(ctx, national)
    return numbers.has(number?.trim() ?? '') || cards.has(card?.toUpperCase().replace(/\s/g, '') ?? '') || (hash !== null && hashes.has(hash.toString('hex')))
      || names.get(plainName(familyName, firstName))?.some(one => one.bornOn === null || one.bornOn === (readDay(bornOn?.trim() ?? '') ?? one.bornOn)) === true
  }
}

const plainName = (...parts: readonly (string | null | undefined)[]) =>
  parts.map(part => part?.trim() ?? '').join(' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The same text, with nothing in the rows that are theirs: as many rows, on the same lines. */
async function without(content: string, isTheirs: Theirs): Promise<string> {
  const text = Buffer.from(content)
  const delimiter = delimiterOf(headingOf(content))
  const kept: (Buffer | string)[] = []
  let [from, done] = [0, 0]
  let blanked = false
  for await (const { cells, end } of cellsOf(content)) {
    if (isTheirs(cells)) {
      kept.push(text.subarray(done, from), blankOf(text.subarray(from, end).toString(), delimiter))
      blanked = true
      done = end
    }
    from = end
  }
  return blanked ? Buffer.concat([...kept, text.subarray(done)].map(part => Buffer.from(part))).toString() : content
}

/** A row of which the ends of its lines are left, also those within quotation marks. */
function blankOf(row: string, delimiter: string): string {
  const [, before = '', said = '', after = ''] = /^([\r\n]*)(.*?)([\r\n]*)$/s.exec(row) ?? []
  const within = said.replace(/[^\r\n]/g, '')
  return `${before}${within && `"${within}"`}${delimiter}${after}`
}
