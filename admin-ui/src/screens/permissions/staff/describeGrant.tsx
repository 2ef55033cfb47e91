import { Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Version } from '#console/change/change.ts'
import { useReading } from '#console/reading.ts'
import type { Roles } from '../answers.ts'

/** What one version says about somebody's role at a unit. */
export const describeGrant = ({ body }: Version) => (
  <Described role={(body as { readonly role: string } | null)?.role ?? null} />
)

const Described = ({ role }: { readonly role: string | null }) => {
  const translate = useTranslate()
  const { data } = useReading<Roles>('/roles')
  if (role === null) return <Typography>{translate('permissions.staff.noRole')}</Typography>
  return <Typography>{data?.data.find(({ code }) => code === role)?.name ?? role}</Typography>
}
