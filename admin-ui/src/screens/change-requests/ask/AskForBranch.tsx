import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import type { PieceProps } from '#console/screens.ts'
import { useMe } from '#console/session.ts'
import { mayAt, useUnits } from '#console/unit.ts'
import { permissions } from '#plugins/change-requests/contract/permission.ts'

/** The way to a new branch for whoever does not open one themselves: the guided form. */
const AskForBranch = ({ unit: { id, type }, mayOpen }: PieceProps['below']) => {
  const translate = useTranslate()
  const me = useMe()
  const units = useUnits()
  if (mayOpen || type !== 'library' || !units || !mayAt(me, units, permissions.ask, id)) return null
  return (
    <Button variant="outlined" component={Link} to={`/requests/new?form=branches.new-branch&unit=${id}`}>
      {translate('requests.ask.branch')}
    </Button>
  )
}

export default AskForBranch
