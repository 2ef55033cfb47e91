import type { Reading } from '#core/configuration.ts'
import { ANY, type Parameter, type Where } from '#core/contract.ts'
import type { Fault } from '#core/refusal.ts'
import { fault } from '#core/wording.ts'
import { isListed } from './list.ts'

/** Codes by which a setting does not differ, or that are on no list; `at` is where they stand in what was asked. */
export const codeFaults = (
  reading: Reading, { dimensions = [], title }: Parameter, where: Where = {}, at = '/where',
): Fault[] => Object.entries(where).flatMap(([name, code]) => {
  const dimension = dimensions.find(one => one.name === name)
  if (!dimension) return [fault('parameters.no-dimension', `${at}/${name}`,
    `“${title.nl}” verschilt niet per ${name}.`, `“${title.en}” does not differ by ${name}.`,
    `« ${title.fr} » ne varie pas par ${name}.`)]
  return code === ANY || isListed(reading, dimension.codes, code) ? [] : [fault('parameters.no-code', `${at}/${name}`,
    `Er is geen ${dimension.title.nl} ${code}.`, `There is no ${dimension.title.en} ${code}.`,
    `Il n’y a pas de ${dimension.title.fr} ${code}.`)]
})
