import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import { partOf } from '#console/value/shape.ts'
import { ShownValue } from './ShownValue.tsx'

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
          {title}: <ShownValue shape={partOf(definition, name)} value={parts[name]} />
        </Typography>
      )) : <Typography><ShownValue shape={definition} value={said.value} /></Typography>}
      {said.locked && <Typography variant="body2">{translate('parameters.binds')}</Typography>}
    </>
  )
}
