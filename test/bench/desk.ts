import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Caller } from '#core/work.ts'
import { closing } from './desk-closing.ts'
import { median, type Figure } from './figure.ts'
import { DESK, openFilledDesk, type Clerks, type FilledDesk } from './filled-desk.ts'
import { askOn, timed, tokenOf, type Ask } from './server.ts'
import { wallsCost } from './walls-cost.ts'

/** As `npm start` gives them. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=15']
const questions = [
  'peeters', 'an maes', 'van den bossche', 'peters jan', 'El Idrissi', 'verhoven', 'zzzzqqq', '12/5/1990', 'maes 3/4/1985', '0471', '0471 12 34 56',
]

/** A desk among 200,000 people, 600,000 items and 300,000 open loans, over HTTP and with everything written to disk. */
export async function desk(): Promise<Figure[]> {
  const filled = await openFilledDesk()
  try {
    const secret = randomUUID()
    const child = fork(join(import.meta.dirname, 'served-region.ts'), [filled.host, 'filiaal', secret, filled.folder], { execArgv: FLAGS })
    await once(child, 'message')
    try {
      const askAs = async (caller: Caller) => askOn(`${filled.folder}/filiaal.sock`, `filiaal=${await tokenOf(secret, caller)}`)
      const admin = await askAs(filled.admin)
      const [one, ...others] = await Promise.all(filled.clerks.map(async clerk => [clerk, await askAs(clerk.caller)] as const))
      if (!one) throw new Error('Nobody works in this region')
      const clerks: Clerks = [one, ...others]
      return [
        ...await searching(filled, clerks, admin), ...await pages(filled, clerks), ...await lending(filled, clerks),
        ...await closing(filled, child, admin, clerks), ...await wallsCost(filled),
      ]
    } finally {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
  } finally {
    await filled.close()
  }
}

async function searching({ database: { owner } }: FilledDesk, [[{ library }, ask]]: Clerks, admin: Ask): Promise<Figure[]> {
  const { rows: [{ number, email }] } = await owner.raw(`select c.number, p.email from card c join person p on p.id = c.person_id
    where c.library_id = ? and p.email is not null limit 1`, [library])
  const slowest = async (of: Ask) => {
    const times: [string, number][] = []
    for (const q of [...questions, number, email]) times.push([q, await timed(9, () => of('POST', '/api/patrons/search', { q }))])
    return times.toSorted(([, a], [, b]) => b - a)[0] ?? ['', NaN]
  }
  const [mine, ours] = [await slowest(ask), await slowest(admin)]
  const bare = await timed(9, () => owner.raw(`select id from person where words like '%peeters%' order by family_name limit 26`))
  const floor = { name: 'one name with pg alone', value: bare }
  const told = (whose: string, [q, value]: readonly [string, number]): Figure => ({
    name: `searching among ${DESK.persons.toLocaleString('en')} people ${whose}, the slowest of ${questions.length + 2}: ${q}`,
    value, unit: 'ms', floor, target: '≤ 50',
  })
  return [told('from a desk', mine), told('with a reach of all', ours)]
}

/** Somebody with loans, called up at the desk and looked at in full. */
async function pages({ database: { owner } }: FilledDesk, [[{ library, branch }, ask]]: Clerks): Promise<Figure[]> {
  const { rows: people } = await owner.raw(`select l.person_id as person, c.number as card, count(*)::int as loans
    from loan l join card c on c.person_id = l.person_id and c.until_on is null
    where l.library_id = ? and l.ended_at is null group by 1, 2 order by 3 desc limit 30`, [library])
  let next = 0
  const one = () => people[next++ % people.length]
  return [
    { name: 'patron page', value: await timed(60, () => ask('GET', `/api/patrons/${one().person}?at=${branch}`)), unit: 'ms', target: '≤ 30' },
    {
      name: `a card scanned at the desk, ${people.at(-1)?.loans} to ${people[0]?.loans} loans shown`, unit: 'ms',
      value: await timed(60, () => ask('GET', `/api/desk/patron?branch=${branch}&card=${one().card}`)),
    },
  ]
}

const TOGETHER_MS = 8_000

/** Items that are in, lent to members who may, by all desks; the floor writes the same rows and no more. */
async function lending({ database: { owner } }: FilledDesk, clerks: Clerks): Promise<Figure[]> {
  const work = await Promise.all(clerks.map(async ([{ library, branch }, ask]) => {
    const { rows: cards } = await owner.raw(`select c.number from card c join membership m on m.id = c.membership_id
      where m.library_id = ? and m.status = 5 and m.until_on > current_date + 1 and c.until_on is null and c.blocked_on is null`, [library])
    const { rows: items } = await owner.raw(`select i.barcode from item i where i.library_id = ? and i.status = 'in'
      and i.material = 'BOEK' and not exists (select from loan l where l.item_id = i.id and l.ended_at is null)`, [library])
    let n = 0
    const lend = () => {
      const [item, card] = [items[n], cards[n % cards.length]]
      n++
      if (!item || !card) throw new Error('Nothing left to lend')
      return ask('POST', '/api/loans', { id: randomUUID(), branch, item: item.barcode, card: card.number, also: ['long-overdue'] })
    }
    return lend
  }))
  const [first, ...others] = work
  if (!first) return []
  const alone = await timed(60, first)
  const started = performance.now()
  const until = started + TOGETHER_MS
  const counts = await Promise.all([first, ...others].map(async lend => {
    let done = 0
    for (; performance.now() < until; done++) await lend()
    return done
  }))
  const seconds = (performance.now() - started) / 1000
  return [
    { name: 'lending with all checks', value: alone, unit: 'ms', target: '≤ 15', floor: { name: 'the same two rows by pg, audited', value: await bareLoan(owner) } },
    { name: `${clerks.length} desks lending together`, value: counts.reduce((sum, n) => sum + n, 0) / seconds, unit: 'loans/s', target: '≥ 150' },
  ]
}

/** A loan and its step, copied from another in a transaction of their own. */
async function bareLoan(owner: FilledDesk['database']['owner']): Promise<number> {
  const { rows: items } = await owner.raw(`select i.id from item i
    where not exists (select from loan l where l.item_id = i.id and l.ended_at is null) limit 100`)
  const { rows: [loan] } = await owner.raw(`select * from loan where ended_at is null limit 1`)
  let n = 0
  const times: number[] = []
  for (const { id: item } of items.slice(0, 60)) {
    const start = performance.now()
    await owner.transaction(async db => {
      const id = randomUUID()
      await db('loan').insert({ ...loan, id, item_id: item, term: JSON.stringify(loan.term), fine: null })
      await db.raw(`insert into loan_step (id, loan_id, library_id, branch_id, item_library_id, member_library_id, act, at)
        values (?, ?, ?, ?, ?, ?, 'lent', now())`, [randomUUID(), id, loan.library_id, loan.branch_id, loan.item_library_id, loan.member_library_id])
    })
    if (n++ > 5) times.push(performance.now() - start)
  }
  return median(times)
}

