import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '#core/unit.ts'
import { openInstallation, type Answer, type Opened, type Staff } from '../installation.ts'

const TODAY = '2026-11-23'

let here: Opened
let other: Awaited<ReturnType<Opened['second']>>
let admin: Staff
let library: string
let branch: string
beforeAll(async () => {
  here = await openInstallation()
  other = await here.second()
  admin = await here.staff('system-admin')
  library = await here.unit('library', 'Zwalm')
  branch = await here.unit('branch', 'Munkzwalm', library)
})
afterAll(async () => {
  await other.app.close()
  await here.close()
})

const done = ({ status, body }: Answer) => {
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
const change = async (kind: string, payload: object) => done(await admin.change([{ kind, payload }]))
const withdraw = (staff: string, role: string, unit: string) =>
  change('permissions.withdraw', { staff, role, unit, from: TODAY })

/**
 * Somebody asks one process again and again while the other takes their right away; whatever they ask
 * after that was answered is refused.
 */
async function askWhile(ask: () => Promise<number>, takeAway: () => Promise<unknown>) {
  expect(await ask()).toBe(200)
  const asked: { begun: number; status: number }[] = []
  const asking = { on: true }
  const loop = Promise.all([1, 2].map(async () => {
    while (asking.on) {
      const begun = performance.now()
      asked.push({ begun, status: await ask() })
    }
  }))
  // An act may be done before the other has asked anything; then nothing would have been tried.
  await expect.poll(() => asked.length).toBeGreaterThan(2)
  await takeAway()
  const gone = performance.now()
  const last = await ask()
  asking.on = false
  await loop
  return [...new Set([...asked.filter(({ begun }) => begun > gone).map(({ status }) => status), last])]
}

/** What somebody with a cookie, and what a machine with a token, asks of the other process. */
const asks = (who: Staff, url: string) => async () => (await who.on(other.app).get(url)).status
const machineAsks = (token: string, url: string) => async () =>
  (await other.app.inject({ url, headers: { authorization: `Bearer ${token}` } })).statusCode

async function machine(role: string, unit: string) {
  const id = randomUUID()
  const given = { id, name: 'Zelfscan', unit, expires: '2027-03-01', grants: [{ role, unit }] }
  const { token } = done(await admin.post('/api/tokens', given))
  return { id, token: String(token) }
}

describe('counts on the other process from the next request:', { timeout: 60_000 }, () => {
  test('a grant that was withdrawn', async () => {
    const chief = await here.staff('library-admin', library)
    const after = await askWhile(asks(chief, '/api/staff'), () => withdraw(chief.id, 'library-admin', library))
    expect(after).toEqual([403])
  })

  test('a grant withdrawn from whoever only reads configuration', async () => {
    const clerk = await here.staff('desk', branch)
    const after = await askWhile(asks(clerk, '/api/roles'), () => withdraw(clerk.id, 'desk', branch))
    expect(after).toEqual([403])
  })

  test('a grant for one unit alone', async () => {
    const chief = await here.staff('desk', branch)
    await change('permissions.grant', {
      staff: chief.id, role: 'library-admin', unit: library, from: TODAY, to: null, only: true,
    })
    const after = await askWhile(asks(chief, '/api/staff'), () => withdraw(chief.id, 'library-admin', library))
    expect(after).toEqual([403])
  })

  test('a role that reaches one branch', async () => {
    const name = { nl: 'Gevangenis', en: 'Prison', fr: 'Prison' }
    const role = { name, permissions: ['core.see', 'permissions.manage'], reach: 'branch' }
    await change('permissions.set-role', { code: 'one-branch', unit: SYSTEM, from: TODAY, role })
    const keeper = await here.staff('one-branch', branch)
    const after = await askWhile(asks(keeper, '/api/staff'), () => withdraw(keeper.id, 'one-branch', branch))
    expect(after).toEqual([403])
  })

  test('a right that a role loses, for all who hold it', async () => {
    const name = { nl: 'Tijdelijk', en: 'For a while', fr: 'Provisoire' }
    const set = (permissions: string[]) =>
      change('permissions.set-role', { code: 'for-a-while', unit: SYSTEM, from: TODAY, role: { name, permissions } })
    await set(['core.see', 'permissions.manage'])
    const [one, two] = [await here.staff('for-a-while', library), await here.staff('for-a-while', branch)]
    const after = await askWhile(asks(one, '/api/staff'), () => set(['core.see']))
    expect([after, await asks(two, '/api/staff')()]).toEqual([[403], 403])
  })

  test('an account that was closed, and its sessions', async () => {
    const clerk = await here.staff('desk', branch)
    const after = await askWhile(asks(clerk, '/api/session'), async () =>
      done(await admin.send('PATCH', `/api/staff/${clerk.id}`, { disabled: true })))
    expect(after).toEqual([401])
  })

  test('a session that its person ended', async () => {
    const clerk = await here.staff('desk', branch)
    const after = await askWhile(asks(clerk, '/api/session'), () => clerk.send('DELETE', '/api/session'))
    expect(after).toEqual([401])
  })

  test('a token of a machine that was taken back', async () => {
    const { id, token } = await machine('desk', branch)
    const after = await askWhile(machineAsks(token, '/api/session'), async () =>
      done(await admin.send('DELETE', `/api/tokens/${id}`)))
    expect(after).toEqual([401])
  })

  test('a grant that was withdrawn from a machine', async () => {
    const { id, token } = await machine('library-admin', library)
    const after = await askWhile(machineAsks(token, '/api/staff'), () => withdraw(id, 'library-admin', library))
    expect(after).toEqual([403])
  })

  test('a last day that is over', async () => {
    const temp = await here.staff('desk', library)
    await change('permissions.grant', { staff: temp.id, role: 'library-admin', unit: library, from: TODAY, to: TODAY })
    const kept = here.clock.now
    const after = await askWhile(asks(temp, '/api/staff'), async () => {
      here.clock.now = Temporal.Instant.from('2026-11-23T23:00:01Z')
      await here.database.owner('session').where({ staff_id: temp.id })
        .update({ last_seen_at: here.clock.now.toString(), expires_at: '2026-12-01' })
    })
    here.clock.now = kept
    expect(after).toEqual([403])
  })
})
