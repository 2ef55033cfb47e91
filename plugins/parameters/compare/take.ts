import type { Context } from '#core/context.ts'
import { resolve } from '#core/parameter.ts'
import { notFound, refused } from '#core/refusal.ts'
import { unitAt } from '#core/unit.ts'
import { codeFaults } from '../code-fault.ts'
import type { TakeTheirs } from '../contract/answer/compare.ts'
import type { Proposed } from '../contract/answer/proposed.ts'
import { proposeLines } from '../line.ts'
import { beginProposal, proposedBy } from '../proposal.ts'
import { parameterCalled } from './comparison.ts'

/** What makes units have what another has and has planned, in every line of the settings; what is bound above is told. */
export async function takeTheirs(ctx: Context, { their, units, names, where, from, basis }: TakeTheirs): Promise<Proposed> {
  const { configuration } = ctx
  const parameters = names.map(name => parameterCalled(ctx, name))
  for (const unit of [their, ...units]) if (!unitAt(configuration, unit, from)) throw notFound()
  const faults = where === undefined ? [] : parameters.flatMap(parameter => codeFaults(configuration, parameter, where))
  if (faults.length) throw refused(faults)
  const proposal = beginProposal(ctx)
  for (const unit of units.filter(one => one !== their)) {
    for (const parameter of parameters) {
      await proposeLines(ctx, proposal, parameter, {
        unit, from, basis, where, like: their,
        value: (_now, line, day) => resolve(configuration, parameter, their, day, line).value,
      })
    }
  }
  return proposedBy(ctx, proposal)
}
