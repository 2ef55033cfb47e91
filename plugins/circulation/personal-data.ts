import type { PersonalData } from '#core/plugin.ts'
import { inEach } from '#core/wording.ts'

/** Loans know a person; without them they stay what they were: an item that was out, from when to when. */
export const personalData: PersonalData = {
  rows: [{ table: 'loan', membership: 'membership_id' }, { table: 'offline_act' }],
  async collect({ db }, personId) {
    return {
      offline_act: await db('offline_act').where({ person_id: personId }).select('act', 'at', 'item', 'card', 'state'),
      loan: await db('loan').join('item', 'item.id', 'loan.item_id').where({ 'loan.person_id': personId })
      .select('item.title', 'loan.lent_at', 'loan.due_on', 'loan.ended_at', 'loan.ended_as', 'loan.returned_on', 'loan.renewals', 'loan.fine_cents'),
    }
  },
  async erase({ db }, personId) {
    await db('loan').where({ person_id: personId }).update({ person_id: null, membership_id: null })
    await db('offline_act').where({ person_id: personId }).update({ person_id: null, card: null, note: null, faults: '[]' })
  },
  async open({ db }, personId) {
    const out = Number((await db('loan').where({ person_id: personId }).whereNull('ended_at').count('* as n'))[0]?.['n'] ?? 0)
    return out === 0 ? [] : [inEach(language => ({
      nl: `${out} ${out === 1 ? 'exemplaar' : 'exemplaren'} uitgeleend`, en: `${out} ${out === 1 ? 'item' : 'items'} on loan`,
      fr: `${out} ${out === 1 ? 'exemplaire emprunté' : 'exemplaires empruntés'}`,
    })[language])]
  },
}
