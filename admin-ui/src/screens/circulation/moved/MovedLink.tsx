import { Link as TextLink, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import type { PieceProps } from '#console/screens.ts'
import { useReading } from '#console/reading.ts'
import { holds, useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'
import type { MovedCount } from '#plugins/circulation/contract/moved.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'

const lookAgain = 1500

/** Under a change: how many loans got another due day by it, and the way to whose they are. */
const MovedLink = ({ set }: PieceProps['change']) => {
  const translate = useTranslate()
  const link = useUnitLink()
  const may = holds(useMe(), permissions.find)
  const { data } = useReading<MovedCount>('/moved-loans/count', { set: set.id }, {
    enabled: may, retry: false,
    // Loans follow a moment after the change itself.
    refetchInterval: ({ state }) => (state.data?.busy || (state.data?.loans === 0 && isNew(set.appliedAt)) ? lookAgain : false),
  })
  if (!data || data.loans === 0) return null
  return (
    <Typography variant="body2">
      <TextLink component={Link} color="inherit" to={link(`/moved-loans?set=${set.id}`)}>
        {translate('circulation.moved.link', { smart_count: data.loans })}
      </TextLink>
    </Typography>
  )
}

const isNew = (at: string | null) => at !== null && Date.now() - Date.parse(at) < 15_000

export default MovedLink
