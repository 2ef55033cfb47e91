import { Badge, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import { useUnitLink } from '#console/unit.ts'
import { actsKept } from './kept.ts'

/** From the desk to what is done without a server; says how much of this device waits to be entered. */
export const OfflineDoor = () => {
  const translate = useTranslate()
  const to = useUnitLink()
  const [waiting, setWaiting] = useState(0)
  useEffect(() => void actsKept().then(acts => setWaiting(acts.length), () => setWaiting(0)), [])
  return (
    <Badge badgeContent={waiting} color="error">
      <Button variant={waiting > 0 ? 'contained' : 'outlined'} component={Link} to={to('/offline-entry')}>
        {translate(waiting > 0 ? 'circulation.offline.doorWaiting' : 'circulation.offline.door', { smart_count: waiting })}
      </Button>
    </Badge>
  )
}
