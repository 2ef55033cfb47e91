import { useLocale, useTranslate } from 'ra-core'
import { formatCents } from '#console/time/hour.ts'
import { toldBy, type Shape } from '#console/value/shape.ts'
import { typedOf } from '#console/value/typed.ts'

/** One value in the reader's words, with what it is counted in. */
export const ShownValue = ({ shape, value }: { readonly shape: Shape; readonly value: unknown }) => {
  const translate = useTranslate()
  const language = useLocale()
  const choice = shape.choices?.[String(value)]
  if (choice) return choice
  if (value === null || value === undefined) return translate('console.value.lacks')
  if (typeof value === 'boolean') return translate(`ra.boolean.${value}`)
  if (typeof value === 'number' && toldBy(shape).form === 'cents') return formatCents(language, value)
  const typed = typedOf(shape, value)
  if (typeof typed === 'object' && typed !== null) return Object.values(typed).map(String).join(', ')
  const unit = translate(`console.value.unit.${shape.unit}`, { _: '', smart_count: Number(value) })
  return `${typeof typed === 'string' ? typed : ''} ${unit}`.trim()
}
