import { Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { Language } from '#core/contract.ts'
import type { RoleBody } from '#core/contract/rights.ts'
import type { Version } from '#console/change/change.ts'

/** What one version says about a role: its name and how much it allows. */
export const describeRole = ({ body }: Version) => <Described body={body as RoleBody | null} />

const Described = ({ body }: { readonly body: RoleBody | null }) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  if (body === null) return <Typography>{translate('permissions.roles.gone')}</Typography>
  return (
    <Typography>
      {body.name[language]} · {translate('permissions.roles.rights', { smart_count: body.permissions.length })}
    </Typography>
  )
}
