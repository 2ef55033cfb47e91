import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { migrate } from '#core/database.ts'
import { openInstallation } from '#core/first-fill.ts'
import { lockFolder } from '#core/folder-lock.ts'
import { inOneLine, Obstacle } from '#core/obstacle.ts'
import { assemble } from '#core/registry.ts'
import { readSettings } from '#core/settings.ts'
import { openStorage } from '#core/storage.ts'
import { unitFact } from '#core/unit.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import { plugins } from '#plugins/index.ts'
import { makeDesk } from './desk.ts'
import { makeRegion } from './region.ts'

/**
 * `npm run region -- --libraries 350 --branches 1300`: an invented region for trials, where `npm start -- --empty`
 * finds it; `--persons 200000 --items 600000 --loans 300000` fills its desks too. `--data` is another folder
 * (FILIAAL_DATA for `npm start`); DATABASE_URL another database.
 */
const options = {
  libraries: { type: 'string', default: '350' }, branches: { type: 'string', default: '1300' },
  persons: { type: 'string', default: '0' }, items: { type: 'string', default: '0' }, loans: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' }, data: { type: 'string' },
} as const

await using opened = new AsyncDisposableStack()
try {
  const { values } = parseArgs({ options })
  const asked = readSettings({ ...process.env, FILIAAL_INSTALLATION: 'empty' }, [])
  const settings = values.data ? { ...asked, folder: resolve(values.data, 'live') } : asked
  if (!settings.databaseUrl) opened.defer(await lockFolder(settings.folder))
  const storage = await openStorage(settings)
  opened.defer(() => storage.close())
  await migrate(storage.database.owner)
  const installation = await openInstallation(
    storage.database, assemble(plugins), 'live', async () => ({ signIns: [] })
  )
  const size = {
    libraries: whole('libraries', values.libraries), branches: whole('branches', values.branches),
    seed: whole('seed', values.seed),
  }
  const desk = {
    persons: whole('persons', values.persons, 0), items: whole('items', values.items, 0), loans: whole('loans', values.loans, 0),
  }
  await inWork(installation, { actor: SYSTEM_ACTOR, language: 'nl' }, async ctx => {
    if ([...ctx.configuration.all(unitFact)].length > 1) throw new Obstacle(
      'This database holds a region already: choose another folder with --data.'
    )
  })
  const start = performance.now()
  await makeRegion(installation, size)
  await makeDesk(storage.database.owner, installation, { ...desk, seed: size.seed })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(
    `${size.libraries} libraries and ${size.branches} branches, ${desk.persons} people, ${desk.items} items and ${desk.loans} loans in ${seconds} s (seed ${size.seed}), in ${settings.databaseUrl ? 'DATABASE_URL' : settings.folder}\n`,
  )
} catch (failure) {
  process.stderr.write(`${inOneLine(failure)}\n`)
  process.exitCode = 1
}

function whole(name: string, text: string, least = 1): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least) throw new Obstacle(
    `--${name} is ${text}: make it a whole number from ${least}.`
  )
  return number
}
