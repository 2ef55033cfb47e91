import { openFilledDesk } from './filled-desk.ts'
import { inWork } from '#core/work.ts'
import { planForgetting, listLeaving } from '#plugins/patrons/privacy/preview.ts'
const filled = await openFilledDesk()
const as = <T>(caller: typeof filled.admin, act: Parameters<typeof inWork<T>>[2]) => inWork(filled.installation, caller, act)
for (const [who, caller] of [['admin', filled.admin]] as const)
  for (const by of ['2026-11-22', '2028-06-01', '2031-01-01']) for (let n = 0; n < 3; n++) {
    const before = process.memoryUsage().heapUsed
    const t = performance.now()
    const plan = await as(caller, ctx => planForgetting(ctx, by))
    const ms = performance.now() - t
    const sums = plan.reasons.map(r => `${r.name} ${r.libraries.reduce((s, l) => s + l.goes, 0)}/${r.libraries.reduce((s, l) => s + l.stays, 0)}`)
    console.log(who, by, Math.round(ms), 'ms', sums.join(', '), Math.round((process.memoryUsage().heapUsed - before) / 1e6), 'MB')
    if (n === 2) {
      const lib = plan.reasons.flatMap(r => r.libraries)[0]?.library.id
      if (lib) { const s = performance.now(); const l = await as(caller, ctx => listLeaving(ctx, lib, by)); console.log('  list', Math.round(performance.now() - s), 'ms', l.data.length, l.more) }
    }
  }
await filled.close()
