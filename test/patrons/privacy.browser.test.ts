import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advanceRuns } from '#core/run.ts'
import type { Staff } from '../installation.ts'
import { expectAccessible, openConsole, type Console } from '../console.ts'
import { asked, peopleOf, somebody, type Library } from './people.ts'

/** What a library keeps of somebody, shown, chosen and erased by whoever may. */
let shown: Console
let people: ReturnType<typeof peopleOf>
let zwalm: Library
let admin: Staff

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-23T09:00:00Z' })
  people = peopleOf(shown.here)
  zwalm = await people.library('Zwalm')
  admin = await shown.here.staff('library-admin', zwalm.id)
  await people.say('patrons.national-number', true, zwalm.id)
})
afterAll(() => shown.close())

describe('the page of a patron', () => {
  test('keeps or erases loan history by choice, and tells who looked', async () => {
    const { person } = await people.enrolled(zwalm, { type: '80', person: somebody({ familyName: 'Keuze', firstName: 'Bo' }) })
    const page = await shown.visit(admin, `/patrons/${person}`)
    const privacy = page.getByRole('region', { name: 'Privacy' })
    await privacy.getByLabel(/^Na 90 dagen wissen/).waitFor()
    await privacy.getByLabel(/^Bewaren: de lener ziet/).check()
    await page.getByText('wordt bewaard', { exact: true }).waitFor()
    await privacy.getByRole('button', { name: 'Wie keek deze gegevens in' }).click()
    await privacy.getByRole('cell', { name: 'fiche van de lener geopend' }).first().waitFor()
    await expectAccessible(page)
    await page.context().close()
  })

  test('shows a national number whole once somebody said what for', async () => {
    const { body: { person } } = await zwalm.desk.post('/api/patrons', asked(zwalm.branch, {
      type: '80', nationalNumber: '93.05.18-223.61', person: somebody({ familyName: 'Nummer', firstName: 'Jo', bornOn: '1993-05-18' }),
    }))
    const page = await shown.visit(admin, `/patrons/${person}`)
    await page.getByRole('button', { name: 'Voluit tonen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rijksregisternummer van Jo Nummer' })
    await dialog.getByLabel('Waarvoor?').click()
    await page.getByRole('option', { name: 'identiteit nakijken' }).click()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Voluit tonen' }).click()
    await dialog.getByRole('status').filter({ hasText: '93.05.18-223.61' }).waitFor()
    await page.context().close()
  })

  test('erases at the patron’s request after a second look', async () => {
    const { person } = await people.enrolled(zwalm, { type: '80', person: somebody({ familyName: 'Weggaan', firstName: 'Els' }), card: 'generated' })
    const page = await shown.visit(admin, `/patrons/${person}`)
    await page.getByRole('button', { name: 'Wissen op vraag van de lener' }).click()
    const dialog = page.getByRole('dialog', { name: 'Gegevens van Els Weggaan wissen' })
    await dialog.getByText('1 kaart').waitFor()
    await expectAccessible(page)
    await dialog.getByLabel(/Ik weet dat dit niet teruggedraaid kan worden/).check()
    await dialog.getByRole('button', { name: 'Definitief wissen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Leners' }).waitFor()
    await advanceRuns(shown.here.installation)
    expect((await admin.get(`/api/patrons/${person}`)).status).toBe(404)
    await page.context().close()
  })
})

test('what will be forgotten is counted by reason and library, and opens into who and why', async () => {
  await people.enrolled(zwalm, { type: '80', from: '2022-01-01', person: somebody({ familyName: 'Vroeger', firstName: 'An' }) })
  await people.enrolled(zwalm, { type: '80', from: '2022-01-01', person: somebody({ familyName: 'Gegaan', firstName: 'Wim' }) })
  const { membership } = await people.enrolled(zwalm, { type: '80', from: '2022-03-01', person: somebody({ familyName: 'Blijver', firstName: 'Bo' }) })
  await zwalm.desk.send('PUT', `/api/memberships/${membership}/ban`, { banned: true })
  const page = await shown.visit(admin, '/patrons')
  await page.getByRole('button', { name: 'Meer' }).click()
  await page.getByRole('menuitem', { name: 'Wat wordt vergeten' }).click()
  const former = page.getByRole('region', { name: 'Oud-leden', exact: true })
  await former.getByRole('button', { name: 'Tonen wie in Zwalm' }).click()
  await page.getByRole('link', { name: 'An Vroeger' }).waitFor()
  await page.getByText('uitgesloten: blijft gekend').waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 400, height: 900 })
  await expectAccessible(page)
  await page.getByRole('link', { name: 'An Vroeger' }).click()
  await page.getByRole('heading', { level: 1, name: 'An Vroeger' }).waitFor()
  await page.context().close()
})
