import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { Button, Menu, MenuItem, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { UnitType } from '#core/contract.ts'
import type { Act } from './act/ActOnUnit.tsx'

interface UnitActsProps {
  readonly type: UnitType
  readonly may: boolean
  readonly onAct: (act: Act) => void
}

const further = ['move', 'merge', 'end'] as const

/** What may be done to the unit itself: the usual act as a button, what happens once in years behind it. */
export const UnitActs = ({ type, may, onAct }: UnitActsProps) => {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!may || type === 'system') return null
  const start = (act: Act) => {
    setAnchor(null)
    onAct(act)
  }
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      <Button variant="outlined" onClick={() => start({ do: 'change' })}>
        {translate('units.act.change')}
      </Button>
      <Button
        variant="outlined"
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        startIcon={<MoreHoriz />}
      >
        {translate('units.act.more')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {further
          .filter(act => act !== 'move' || type !== 'group')
          .map(act => (
            <MenuItem key={act} onClick={() => start({ do: act })}>
              {translate(`units.act.${act}`)}
            </MenuItem>
          ))}
      </Menu>
    </Stack>
  )
}
