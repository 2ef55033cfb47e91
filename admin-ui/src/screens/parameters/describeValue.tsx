import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { partOf, type Shape } from './edit/shape.ts'
import { typedOf } from './edit/typed.ts'

interface Said {
  readonly value: unknown
  readonly locked?: boolean
}

/** How one version of a setting is worded when two people changed it. */
export const describeValue = (definition: Definition) => ({ body }: Version) =>
  <Described definition={definition} said={body as Said | null} />

const Described = ({ definition, said }: { readonly definition: Definition; readonly said: Said | null }) => {
  const translate = useTranslate()
  if (said === null) return <Typography>{translate('parameters.follows')}</Typography>
  const { fields } = definition
  const parts = (said.value ?? {}) as Readonly<Record<string, unknown>>
  return (
    <>
      {fields ? Object.entries(fields).map(([name, { title }]) => (
        <Typography key={name}>
          {title}: <Shown shape={partOf(definition, name)} value={parts[name]} />
        </Typography>
      )) : <Typography><Shown shape={definition} value={said.value} /></Typography>}
      {said.locked && <Typography variant="body2">{translate('parameters.binds')}</Typography>}
    </>
  )
}

const Shown = ({ shape, value }: { readonly shape: Shape; readonly value: unknown }) => {
  const translate = useTranslate()
  if (typeof value === 'boolean') return translate(`ra.boolean.${value}`)
  const choice = shape.choices?.[String(value)]
  if (choice) return choice
  const typed = typedOf(shape, value)
  if (typeof typed === 'object' && typed !== null) return Object.values(typed).map(String).join(', ')
  return `${typeof typed === 'string' ? typed : ''} ${shape.unit === 'cents' ? '€' : translate(`parameters.unit.${shape.unit}`, { _: '' })}`.trim()
}
