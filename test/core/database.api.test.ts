import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { openDatabase, migrate, type Database } from '#core/database.ts'
import { begin } from '#core/first-start.ts'
import { Installation } from '#core/installation.ts'
import { assemble } from '#core/registry.ts'
import { sealAudit, brokenSeal } from '#core/seal.ts'
import { plugins } from '#plugins/index.ts'

/** A database of somebody else's, whose role may make no roles: what an administrator says once must be enough. */
const role = `keeper_${randomUUID().slice(0, 8)}`
const url = `postgres://${role}@localhost/${role}?host=${encodeURIComponent(inject('postgres'))}`
let administrator: pg.Client
let opened: Database | undefined

beforeAll(async () => {
  administrator = new pg.Client({ host: inject('postgres'), user: 'postgres', database: 'postgres' })
  await administrator.connect()
  await administrator.query(`create role ${role} login`)
  await administrator.query(`create database ${role} owner ${role}`)
})
afterAll(async () => {
  await opened?.close()
  await administrator.query(`drop database if exists ${role} with (force)`)
  await administrator.query(`drop role ${role}`)
  await administrator.end()
})

const refusal = () => openDatabase({ url }).then(async database => { await database.close(); return '' }, (error: Error) => error.message)

test('where the roles may not be made or used, one line says what an administrator must', async () => {
  const said = await refusal()
  expect(said.split('\n')).toHaveLength(1)
  expect(said).toContain('grant filiaal_app, filiaal_job, filiaal_search, filiaal_retention to <role of DATABASE_URL> with inherit false;')
})

type Named = (proname: string) => { proname: string; owner: string }

test('and once that is said, requests and jobs run as roles that own nothing, and the installation works', async () => {
  await administrator.query(
    `grant filiaal_app, filiaal_job, filiaal_search, filiaal_retention to ${role} with inherit false`)
  opened = await openDatabase({ url })
  await migrate(opened.owner)
  const installation = new Installation({ knex: opened.app, job: opened.job, registry: assemble(plugins) })
  expect(await begin(installation, 'Elders')).toBe(true)
  const { app, job, owner } = opened
  const who = async (pool: typeof app) => (await pool.raw('select current_user as who')).rows[0].who as string
  expect([await who(app), await who(job), await who(owner)]).toEqual(['filiaal_app', 'filiaal_job', role])
  expect((await app.raw('select count(*)::int as n from change_set')).rows).toEqual([{ n: 0 }])
  expect((await job.raw('select count(*)::int > 0 as some from change_set')).rows).toEqual([{ some: true }])
  const { rows: owned } = await owner.raw(`
    select proname, proowner::regrole::text as owner from pg_proc where pronamespace = 'public'::regnamespace
      and prosecdef order by 1`)
  const [search, own] = ['filiaal_search', role].map(owner => (proname: string) => ({ proname, owner })) as [Named, Named]
  expect(owned).toEqual([
    { proname: 'erase_audit_bodies', owner: 'filiaal_retention' },
    ...['find_doubles', 'find_likely_doubles', 'find_patrons', 'find_staff'].map(search),
    ...['follow_change_set', 'follow_membership'].map(own),
    ...['forget_loans', 'forget_membership', 'forget_person'].map(proname => ({ proname, owner: 'filiaal_retention' })), search('former_people'),
    ...['items_out', 'loans_due', 'loans_of_members', 'match_patrons', 'members_counted', 'members_of_both'].map(search),
    ...['name_request', 'note_audit'].map(own), search('open_loans'), ...['tell_of_agreement', 'tell_of_move'].map(own), { proname: 'unname_loans', owner: 'filiaal_retention' }, own('write_audit'),
  ])
  await expect.poll(() => sealAudit(installation), { timeout: 20_000 }).toBeGreaterThan(0)
  expect(await brokenSeal(installation)).toBeNull()
})
