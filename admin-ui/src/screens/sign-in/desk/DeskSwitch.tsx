import SwapHoriz from '@mui/icons-material/SwapHoriz'
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { hasDrafts } from '#console/draft.ts'
import { changePerson, useMe, type Me } from '#console/session.ts'
import type { ThisDesk } from '../answers.ts'
import { useDesk } from './desk.ts'
import { SwitchForm } from './SwitchForm.tsx'

const key = 'F9'

/** On a PC that a desk shares: the next colleague takes over with a badge or a PIN. */
const DeskSwitch = () => {
  const translate = useTranslate()
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!desk) return undefined
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [desk])
  if (!desk) return null
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<SwapHoriz />}
        aria-keyshortcuts={key}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {translate('signIn.desk.switch')}
        <Box component="kbd" sx={{ ml: 1, opacity: 0.75, font: 'inherit', display: { xs: 'none', md: 'inline' } }}>
          {key}
        </Box>
      </Button>
      {open && <Switching desk={desk} onClose={() => setOpen(false)} />}
    </>
  )
}

const Switching = ({ desk, onClose }: { readonly desk: ThisDesk; readonly onClose: () => void }) => {
  const translate = useTranslate()
  const heading = useId()
  const navigate = useNavigate()
  const { staff } = useMe()
  const takeOver = (me: Me) => {
    // The address first: the next person starts at the beginning, not at what another was looking at.
    void navigate('/', { replace: true })
    onClose()
    changePerson(me)
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} maxWidth="sm" fullWidth>
      <DialogTitle id={heading} component="h2">
        {translate('signIn.desk.title', { desk: desk.name })}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {hasDrafts() && <Alert severity="warning">{translate('signIn.desk.unsaved', { name: staff.name })}</Alert>}
          <SwitchForm desk={desk} onSwitched={takeOver} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}

export default DeskSwitch
