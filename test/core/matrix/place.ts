import { randomUUID } from 'node:crypto'
import type { UnitId } from '#core/contract.ts'
import { unitFact } from '#core/unit.ts'
import type { Opened, Staff } from '../../installation.ts'

/** One branch with one of everything that a route can be asked about. */
export interface Place {
  readonly name: string
  readonly unit: UnitId
  readonly library: UnitId
  readonly code: string
  readonly libraryCode: string
  /** What the `:id` after a noun in a path stands for. */
  readonly things: Readonly<Record<string, string>>
  /** The id of something that is yet to be made here. */
  newId(): string
}

/** A region with two libraries, the first with two branches: one's own and another; and one elsewhere. */
export async function openPlaces(here: Opened, admin: Staff): Promise<Place[]> {
  const own = await here.unit('library', 'Bib Zwalm')
  const other = await here.unit('library', 'Bib Zoersel')
  const at = async (name: string, library: UnitId, branch: string) =>
    furnish(here, admin, name, library, await here.unit('branch', branch, library))
  return [
    await at('own', own, 'Munkzwalm'), await at('same library', own, 'Nederzwalm'),
    await at('other library', other, 'Zoersel dorp'),
  ]
}

const NO_PROVIDER = '00000000-0000-4000-8000-000000000008'

async function furnish(here: Opened, admin: Staff, name: string, library: UnitId, unit: UnitId): Promise<Place> {
  const { owner } = here.database
  const [set, run, file, machine, invited, author] =
    [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID(), await here.staff('branch-manager', unit)]
  const staff = await here.staff('desk', unit)
  const codeOf = (id: UnitId) => here.installation.snapshot.current.of(unitFact, id)[0]?.body.code ?? ''
  const close = {
    kind: 'branches.close',
    payload: { units: [unit], from: '2026-12-24', to: '2026-12-24', kind: 'G', text: 'x', also: [], leave: [] },
  }
  const done = [
    await author.post('/api/changes', { id: set, items: [close], reason: `intern ${name}` }),
    await admin.post('/api/tokens', {
      id: machine, name: `machine ${name}`, unit, expires: '2027-03-01', grants: [{ role: 'desk', unit }],
    }),
    await admin.post('/api/staff', {
      id: invited, name: `Nieuw ${name}`, email: `${unit}@proef.be`, language: 'nl', role: 'desk', unit,
    }),
  ]
  const desk = randomUUID()
  done.push(await admin.post('/api/desks', { id: desk, name: `Balie ${name}`, unit }))
  const webhook = randomUUID()
  done.push(await admin.post('/api/changes', { id: randomUUID(), items: [{ kind: 'webhooks.set-endpoint', payload: {
    id: webhook, unit, endpoint: {
      name: `tickets ${name}`, address: 'https://tickets.example.org/x', events: ['core.changed'], language: 'nl', names: false, on: true,
    },
  } }] }))
  const failed = done.filter(({ status }) => status !== 201)
  if (failed.length) throw new Error(`${name} could not be furnished: ${JSON.stringify(failed.map(one => one.body))}`)
  await owner('run').insert({
    id: run, kind: 'branches.import', state: 'done', detail: '{}', staff_id: author.id, library_id: library,
    ended_at: new Date(),
  })
  await owner('import_file').insert({
    id: file, format: 'csv', name: 'uren.csv', content: 'x', under_unit: unit, staff_id: author.id, library_id: library,
    at: new Date(),
  })
  const factor = randomUUID()
  await owner('second_factor').insert({
    id: factor, staff_id: staff.id, kind: 'passkey', name: 'badge', added_at: new Date(),
  })
  await owner('second_factor_use').insert({
    factor_id: factor, credential_id: factor, public_key: Buffer.from('x'), sign_count: 0,
  })
  const decision = randomUUID()
  await owner('decision_file').insert({
    id: decision, unit_id: unit, name: 'besluit.pdf', media_type: 'application/pdf', content: Buffer.from('%PDF-'), at: new Date(),
  })
  // It asks a change, so that what approving it would do is looked at too.
  const request = randomUUID()
  const rule = { on: { date: '07-11' }, kind: 'G', text: 'x' }
  const asks = await author.post('/api/changes', {
    id: request, asRequest: true, items: [{ kind: 'branches.set-rule', payload: { unit, key: 'feest', from: null, to: null, rule } }],
  })
  if (asks.status !== 201) throw new Error(`${name} could not ask: ${JSON.stringify(asks.body)}`)
  const attachment = randomUUID()
  await owner('request_file').insert({
    id: attachment, request_id: request, name: 'plan.pdf', media_type: 'application/pdf', content: Buffer.from('%PDF-'),
    staff_name: 'x', library_ids: [library],
  })
  await owner('request_task').insert({
    request_id: request, n: 0, title: JSON.stringify({ nl: 'taak', en: 'task', fr: 'tâche' }), library_ids: [library],
  })
  const delivery = randomUUID()
  await owner('webhook_delivery').insert({
    id: delivery, endpoint_id: webhook, library_id: library, unit_id: unit, type: 'core.changed', body: '{}', state: 'failed',
    at: new Date(), try_at: new Date(),
  })
  const item = randomUUID()
  const barcode = `B${item.slice(0, 8).toUpperCase()}`
  await owner('item').insert({
    id: item, barcode, title: 'x', material: 'BOEK', library_id: library, branch_id: unit, at_branch_id: unit, at: new Date(),
  })
  const loan = randomUUID()
  const term = {
    version: 1, what: 'loan', unit, membership: '60', material: 'BOEK', from: '2026-11-23', days: 28, raw: '2026-12-21', due: '2026-12-21',
    shifts: [], rule: { unit: null, key: 'rules.loan', since: null, text: '28/28/0' },
  }
  await owner('loan').insert({
    id: loan, library_id: library, branch_id: unit, item_id: item, item_library_id: library, member_library_id: library,
    member_branch_id: unit, membership: '60', material: 'BOEK', channel: 'desk', lent_at: new Date(), term_on: '2026-11-23',
    lent_on: '2026-11-23', raw_due_on: '2026-12-21', due_on: '2026-12-21', term: JSON.stringify(term),
  })
  const [batch, act] = [randomUUID(), randomUUID()]
  await owner('offline_batch').insert({ id: batch, library_id: library, branch_id: unit, device: 'laptop', at: new Date() })
  await owner('offline_act').insert({
    id: act, batch_id: batch, library_id: library, branch_id: unit, act: 'return', at: new Date(), item: barcode, state: 'refused',
  })
  const patron = await enrolledAt(staff, unit)
  const brought = randomUUID()
  await owner('patron_file').insert({ id: brought, library_id: library, name: 'leden.csv', digest: '0'.repeat(64), at: new Date() })
  const merge = await mergedAt(owner, staff, unit, patron.person)
  const [klas, roll] = [randomUUID(), randomUUID()]
  await owner('school_class').insert({
    id: klas, person_id: patron.person, membership_id: patron.membership, library_id: library, branch_id: unit, school: 'De Linde', name: '3A',
    last_grade: 6, at: new Date(),
  })
  await owner('class_roll').insert({ id: roll, library_id: library, year: 2026, at: new Date() })
  const mail = await owner('mail').where({ staff_id: invited }).first('id')
  return {
    name, unit, library, code: codeOf(unit), libraryCode: codeOf(library), newId: randomUUID,
    things: {
      units: unit, branches: unit, staff: staff.id, Users: staff.id, changes: set, runs: run, imports: file,
      tokens: machine, mail: mail?.id ?? '', factors: factor, sessions: staff.session, desks: desk,
      parameters: 'branches.feed-days', presets: 'rules.fine-free', decisions: decision, requests: request, forms: 'change-requests.change',
      patrons: patron.person, memberships: patron.membership, cards: patron.card, 'patron-notes': patron.note, 'patron-merges': merge, 'school-classes': klas, 'class-rolls': roll, 'patron-files': brought,
      tasks: '0', files: attachment, webhooks: webhook, deliveries: delivery,
      items: item, 'by-barcode': barcode, loans: loan, 'offline-batches': batch, 'offline-acts': act,
      // None is set: what stands elsewhere is not asked by a test.
      providers: NO_PROVIDER, oidc: NO_PROVIDER,
    },
  }
}

/** Somebody who went into a patron of a branch, as a mistake would. */
async function mergedAt(owner: Opened['database']['owner'], desk: Staff, branch: UnitId, kept: string) {
  const [id, gone] = [randomUUID(), (await enrolledAt(desk, branch, 'Dubbel')).person]
  const { library_ids: libraries } = await owner('person').where({ id: gone }).first('library_ids')
  await owner('person').where({ id: gone }).update({ merged_into: kept })
  await owner('person_merge').insert({ id, kept_id: kept, gone_id: gone, library_ids: libraries, fields: '{}', at: new Date() })
  return id
}

/** A patron of a branch, with a card and a note of a colleague. */
async function enrolledAt(desk: Staff, branch: UnitId, name = 'Peeters') {
  const [person, membership, note] = [randomUUID(), randomUUID(), randomUUID()]
  const address = { street: 'Dorpsstraat', postalCode: '9630', city: 'Zwalm', country: 'BE' }
  const { status, body } = await desk.post('/api/patrons', {
    id: membership, branch, type: '60', card: 'generated',
    person: { id: person, kind: 'person', familyName: `${name} ${branch}`, firstName: 'An', bornOn: '1990-05-12', addresses: [address],
      email: `${person}@lener.be` },
  })
  const noted = await desk.post(`/api/patrons/${person}/notes`, { id: note, branch, text: `liet paraplu liggen ${branch}`, popsUp: true })
  if (status !== 201 || noted.status !== 201) throw new Error(`Nobody was enrolled: ${JSON.stringify([body, noted.body])}`)
  return { person, membership, note, card: noted.body.cards[0].id as string }
}
