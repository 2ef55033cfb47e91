import { Divider, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { PieceProps } from '#console/screens.ts'
import { useDesk } from './desk.ts'
import { SwitchForm } from './SwitchForm.tsx'

/** At a shared desk nobody types a password: badge or PIN come first. */
const DeskDoor = ({ onEntry }: PieceProps['doorstep']) => {
  const translate = useTranslate()
  const desk = useDesk()
  if (!desk) return null
  return (
    <Stack spacing={2.5}>
      <SwitchForm desk={desk} onSwitched={onEntry} />
      <Divider sx={{ color: 'text.secondary' }}>{translate('signIn.desk.orPassword')}</Divider>
    </Stack>
  )
}

export default DeskDoor
