import { cpus, release, totalmem, type } from 'node:os'
import { arithmetic } from './arithmetic.ts'
import { audit } from './audit.ts'
import { comparing } from './comparing.ts'
import { consoleSize } from './console-size.ts'
import type { Figure } from './figure.ts'
import { desk } from './desk.ts'
import { find } from './find.ts'
import { importing } from './import.ts'
import { parameters } from './parameters.ts'
import { requests } from './requests.ts'
import { rights } from './rights.ts'
import { server } from './server.ts'
import { session } from './session.ts'

/** `npm run bench`: every figure beside the bare floor of the same run. `npm run bench -- server` takes one part. */
const parts: Record<string, () => Promise<Figure[]>> = {
  arithmetic, audit, comparing, desk, import: importing, requests, rights, session, parameters, server, find, console: consoleSize,
}
const wanted = process.argv.slice(2)

const [cpu] = cpus()
console.log(
  `${cpu?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.versions.node}`,
)
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const figure of await measure()) console.log(`  ${told(figure)}`)
}

function told({ name, value, unit, floor, target }: Figure): string {
  const rounded = (number: number) => number >= 100 ? Math.round(number).toLocaleString('en') : number.toPrecision(3)
  return [
    `${name}: ${rounded(value)} ${unit}`,
    ...(floor ? [`floor ${rounded(floor.value)} (${floor.name})`] : []),
    ...(target ? [`target ${target}`] : []),
  ].join('; ')
}
