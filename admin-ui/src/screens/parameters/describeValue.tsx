import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'

interface Said {
  readonly value: unknown
  readonly locked?: boolean
}

/** What one version of a setting says. */
export const describeValue = ({ body }: Version) => <Described said={body as Said | null} />

const Described = ({ said }: { readonly said: Said | null }) => {
  const translate = useTranslate()
  if (said === null) return <Typography>{translate('parameters.follows')}</Typography>
  const { value } = said
  if (typeof value === 'boolean') return <Typography>{translate(`ra.boolean.${value}`)}</Typography>
  if (typeof value !== 'object' || value === null) return <Typography>{String(value)}</Typography>
  return (
    <>
      {Object.entries(value).map(([name, one]) => (
        <Typography key={name}>
          {name}: {String(one)}
        </Typography>
      ))}
    </>
  )
}
