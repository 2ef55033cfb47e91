import { Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language, Texts } from '#core/contract.ts'
import type { Version } from '#console/change/change.ts'

interface Said {
  readonly name: Texts
  readonly periods?: readonly unknown[]
}

/** What one version of a kind of hours or a list of days is called. */
export const describeList = ({ body }: Version) => <Described said={body as Said | null} />

const Described = ({ said }: { readonly said: Said | null }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  if (said === null) return <Typography>{translate('branches.lists.nothing')}</Typography>
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{said.name[language]}</Typography>
      {said.periods && (
        <Typography variant="body2">
          {translate('branches.lists.periods', { smart_count: said.periods.length })}
        </Typography>
      )}
    </>
  )
}
