import { parameterFact } from '#core/parameter.ts'
import { fieldsOf, type RowWords, type SaidField } from '#core/row-words.ts'
import { shownValue } from './shown-value.ts'

const lockedWords = fieldsOf({
  locked: [{ nl: 'bindt wat eronder valt', en: 'binds what is below', fr: 's’impose en dessous' }],
})

/** Own values of settings, as the audit tells them: each under the title of its setting. */
export const rowWords: readonly RowWords[] = [{
  of: parameterFact.name,
  noun: { nl: 'een instelling', en: 'a setting', fr: 'un paramètre' },
  says(body, teller, key): SaidField[] {
    const parameter = teller.parameter(key)
    const own: SaidField[] = parameter ? [[parameter.title, shownValue(parameter, body['value'], teller.language)]] : []
    return [...own, ...lockedWords(body, teller, key)]
  },
}]
