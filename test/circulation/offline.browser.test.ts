import { createServer, connect, type Server, type Socket } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openConsole, sideways, tabTo, type Console } from '../console.ts'
import { lendingAt, type Lending } from './lending.ts'

/** A desk whose server goes away and comes back: what stands before it is a line that can be cut. */
let shown: Console
let zwalm: Lending
let line: Awaited<ReturnType<typeof lineTo>>

beforeAll(async () => {
  shown = await openConsole({ now: '2026-11-24T09:00:00Z' })
  zwalm = await lendingAt(shown.here, 'Zwalm')
  line = await lineTo(shown.address)
}, 120_000)
afterAll(async () => {
  await line.cut()
  await shown.close()
})

/** A port that leads to the installation, as long as it is not cut; the browser keeps what it keeps for that address. */
async function lineTo(address: string) {
  const target = new URL(address)
  const sockets = new Set<Socket>()
  let server: Server | undefined
  const open = (port: number) => new Promise<number>(done => {
    const opened = createServer(near => {
      const far = connect(Number(target.port), target.hostname)
      for (const [one, other] of [[near, far], [far, near]] as const) {
        sockets.add(one)
        one.on('error', () => other.destroy()).on('close', () => sockets.delete(one)).pipe(other)
      }
    }).listen(port, '127.0.0.1', () => {
      const at = opened.address()
      done(at !== null && typeof at === 'object' ? at.port : port)
    })
    server = opened
  })
  const port = await open(0)
  return {
    address: `http://127.0.0.1:${port}`,
    mend: () => open(port),
    cut: () => new Promise<void>(done => {
      if (!server) return done()
      server.close(() => done())
      server = undefined
      for (const socket of sockets) socket.destroy()
    }),
  }
}

/** How many branches this browser keeps dates of. */
const kits = (page: Page) => page.evaluate<number>(`new Promise(done => {
  const asked = indexedDB.open('filiaal-offline')
  asked.onsuccess = () => {
    const names = [...asked.result.objectStoreNames]
    if (!names.includes('kit')) return done(0)
    const count = asked.result.transaction('kit').objectStore('kit').count()
    count.onsuccess = () => { asked.result.close(); done(count.result) }
  }
})`)
const scan = async (page: Page, code: string) => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
const prepared = async () => {
  const page = await shown.visit(zwalm.desk, '/')
  await page.goto(`${line.address}/#/desk?unit=${zwalm.branch}`)
  await page.getByLabel('Lidkaart').waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await expect.poll(() => kits(page), { timeout: 15_000 }).toBe(1)
  return page
}
const cutOff = async (page: Page) => {
  await line.cut()
  await page.context().setOffline(true)
}
const back = async (page: Page) => {
  await line.mend()
  await page.context().setOffline(false)
}

test('a desk that was used goes on without a server, outlives its window, and is entered when the server is back', async () => {
  const [an, banned] = [await zwalm.patron(), await zwalm.patron()]
  const [book, atlas, returned] = [await zwalm.item({ title: 'Sprakeloos' }), await zwalm.item({ title: 'Atlas', notForLoan: true }), await zwalm.item({ title: 'Monte Carlo' })]
  await zwalm.lend(an.card, returned.barcode)
  await shown.here.database.owner('membership').where({ id: banned.membership }).update({ status: 8 })
  let page = await prepared()
  await cutOff(page)

  const answer = await page.goto(line.address)
  await page.getByRole('heading', { level: 1, name: 'Balie van Zwalm centrum, zonder server' }).waitFor()
  expect(answer?.headers()['content-security-policy']).toContain(`script-src 'self'`)
  await page.getByText(/Gegevens van di 24 nov/).waitFor()
  await page.getByText(/Vandaag open: 10:00–18:00/).waitFor()
  await expectAccessible(page)
  await scan(page, banned.card)
  await page.getByText(/^Kijk deze kaart na/).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('F12')
  await scan(page, book.barcode)
  await page.getByRole('alert').getByText('Dit lijkt een exemplaar. Scan eerst de lidkaart.').waitFor()
  await scan(page, an.card)
  await page.getByRole('heading', { name: `Kaart ${an.card}` }).waitFor()
  await scan(page, book.barcode)
  const log = page.getByRole('log')
  await log.getByText(new RegExp(`Uitgeleend aan kaart ${an.card} · Terug op`)).waitFor()
  await scan(page, atlas.barcode)
  await page.getByRole('heading', { name: 'Wacht op ingave: 2' }).waitFor()
  await page.keyboard.press('F8')
  await page.getByLabel('Exemplaar', { exact: true }).waitFor()
  await scan(page, returned.barcode)
  await scan(page, 'FOUT9999')
  await page.getByRole('heading', { name: 'Wacht op ingave: 4' }).waitFor()
  await page.keyboard.press('F4')
  await page.getByRole('heading', { name: 'Wacht op ingave: 3' }).waitFor()

  const context = page.context()
  await page.close()
  page = await context.newPage()
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(`${line.address}/offline.html`)
  await page.getByRole('heading', { name: 'Wacht op ingave: 3' }).waitFor()
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })

  await back(page)
  await page.getByText('De server is er weer.').waitFor()
  await tabTo(page, 'Naar de offline ingave')
  await page.keyboard.press('Enter')
  await page.getByText('3 handelingen wachten (Zwalm centrum).').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Naam van dit toestel').fill('Balie 2')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ingeven' }).press('Enter')
  await page.getByText('2 gedaan, 1 na te kijken').first().waitFor()
  await page.getByRole('row', { name: /Sprakeloos/ }).getByText('gedaan', { exact: true }).waitFor()
  await expectAccessible(page)
  const { body } = await zwalm.desk.get(`/api/desk/patron?branch=${zwalm.branch}&card=${an.card}`)
  expect(body.loans.map(({ item }: { item: { barcode: string } }) => item.barcode)).toEqual([book.barcode])

  await page.getByRole('button', { name: 'Toch uitlenen: Atlas' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Toch uitlenen: Atlas' })
  await dialog.getByLabel('Reden').fill('Tentoonstelling')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByText('3 gedaan').first().waitFor()
  await page.setViewportSize({ width: 320, height: 800 })
  await expectAccessible(page)
  expect(await sideways(page)).toBe(0)
  await page.context().close()
})

test('a device that nobody made ready says so, and one is made ready by hand; the page speaks the language of the console', async () => {
  const page = await shown.visit(zwalm.desk, '/', { language: 'fr' })
  await page.goto(`${line.address}/offline.html`)
  await page.getByText('Dit toestel is niet voorbereid.', { exact: false }).waitFor()
  await page.goto(`${line.address}/#/offline-entry?unit=${zwalm.branch}`)
  await page.getByText('Cet appareil n’est pas encore prêt pour cette implantation.').waitFor()
  await page.getByRole('button', { name: 'Préparer maintenant' }).press('Enter')
  await page.getByText(/^Prêt, avec les données du/).waitFor()
  await cutOff(page)
  await page.goto(`${line.address}/offline.html`)
  await page.getByRole('heading', { level: 1, name: 'Comptoir de Zwalm centrum, sans serveur' }).waitFor()
  await back(page)
  await page.context().close()
})
