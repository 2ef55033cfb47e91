import Language from '@mui/icons-material/Language'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { useReading } from '#console/reading.ts'
import { useUnit, useUnitLink } from '#console/unit.ts'
import type { WaitingList } from '#plugins/patrons/contract/online.ts'

/** How many enrolled online and are still to be seen; nothing where nobody waits. */
export const OnlineButton = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const { unit } = useUnit()
  const { data } = useReading<WaitingList>('/online-enrolments', { unit: unit?.id }, { enabled: unit !== undefined })
  const count = data?.data.length ?? 0
  return count === 0 ? null : (
    <Button component={Link} to={link('/patrons/online')} variant="outlined" startIcon={<Language />}>
      {translate('patrons.online.ask', { smart_count: count })}
    </Button>
  )
}
