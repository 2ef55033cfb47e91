import { randomUUID } from 'node:crypto'
import type { Item } from '#core/change.ts'
import type { UnitId } from '#core/contract.ts'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Opened } from '../installation.ts'

const day = (...slots: string[]) =>
  slots.map(slot => {
    const [from = '', to = ''] = slot.split('-')
    return { from, to }
  })

/** Tuesday to Friday 9–12 and 13–18, Saturday 9–12. */
export const week = {
  mo: [],
  tu: day('09:00-12:00', '13:00-18:00'),
  we: day('09:00-12:00', '13:00-18:00'),
  th: day('09:00-12:00', '13:00-18:00'),
  fr: day('09:00-12:00', '13:00-18:00'),
  sa: day('09:00-12:00'),
  su: [],
}

export const hours = (unit: UnitId, plan: object = {}, more: object = {}): Item => ({
  kind: 'branches.set-hours',
  payload: {
    unit,
    key: 'staffed/regular',
    from: null,
    to: null,
    plan: { kind: 'staffed', layer: 'regular', week, ...plan },
    ...more,
  },
})

export const close = (
  units: readonly UnitId[],
  from: string,
  to: string | null = from,
  more: object = {},
): Item => ({ kind: 'branches.close', payload: { units, from, to, kind: 'G', text: 'kerstavond', ...more } })

export interface Region extends Opened {
  readonly zwalm: UnitId
  readonly markt: UnitId
  readonly velde: UnitId
  readonly prison: UnitId
  readonly other: UnitId
  readonly elsewhere: UnitId
}

/** Two libraries: Zwalm with two public branches and one in a prison, and another with one branch. */
export async function openRegion(): Promise<Region> {
  const opened = await openInstallation()
  const zwalm = await opened.unit('library', 'Bib Zwalm', SYSTEM, { address: { country: 'BE' }, code: 'I901' })
  const markt = await opened.unit('branch', 'Zwalm Markt', zwalm, { code: '0901' })
  const velde = await opened.unit('branch', 'Zwalm Velde', zwalm, { code: '0902' })
  const prison = await opened.unit('branch', 'Zwalm Gevangenis', zwalm, { code: '0903', public: false })
  const other = await opened.unit('library', 'Bib Brakel', SYSTEM, { code: 'I902' })
  const elsewhere = await opened.unit('branch', 'Brakel', other, { code: '0911' })
  await opened.apply(hours(markt), hours(velde), hours(prison), hours(elsewhere))
  return { ...opened, zwalm, markt, velde, prison, other, elsewhere }
}

export const newId = () => randomUUID()
