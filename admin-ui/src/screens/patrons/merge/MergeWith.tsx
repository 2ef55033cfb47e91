import MergeIcon from '@mui/icons-material/MergeOutlined'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslate } from 'ra-core'
import { useDeferredValue, useId, useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { call } from '#console/http.ts'
import type { Problem } from '#console/problem.ts'
import { holds, useMe } from '#console/session.ts'
import { useUnitLink } from '#console/unit.ts'
import type { ListedPatron } from '#plugins/patrons/contract/page.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import { plainDay } from '../plain-day.ts'

/** From a patron's page: look the other one up and compare the two. Only for who may merge. */
export const MergeWith = ({ id, name }: Pick<ListedPatron, 'id' | 'name'>) => {
  const translate = useTranslate()
  const me = useMe()
  const [open, setOpen] = useState(false)
  if (!holds(me, permissions.merge)) return null
  return (
    <>
      <Button startIcon={<MergeIcon />} onClick={() => setOpen(true)}>
        {translate('patrons.merge.with')}
      </Button>
      {open && <FindOther id={id} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

const FindOther = ({ id, name, onClose }: Pick<ListedPatron, 'id' | 'name'> & { readonly onClose: () => void }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  const heading = useId()
  const [q, setQ] = useState(name)
  const asked = useDeferredValue(q.trim())
  const reading = useQuery<{ data: readonly ListedPatron[] }, Problem>({
    queryKey: ['/patrons/search', 'merge', asked], enabled: asked.length > 1, staleTime: 0, gcTime: 0,
    queryFn: ({ signal }) => call('/patrons/search', { method: 'POST', body: { q: asked, limit: 10 }, signal }),
  })
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ typography: 'h2' }}>
        {translate('patrons.merge.withTitle', { name })}
      </DialogTitle>
      <DialogContent>
        <TextField autoFocus fullWidth type="search" label={translate('patrons.merge.find')} helperText={translate('patrons.merge.findHint')} value={q}
          onChange={event => setQ(event.target.value)} sx={{ mt: 1, mb: 2 }} slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }} />
        {asked.length > 1 && (
          <Answered reading={reading}>
            {({ data }) => {
              const others = data.filter(one => one.id !== id)
              return others.length === 0 ? <Typography>{translate('patrons.merge.nobody')}</Typography> : (
                <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
                  {others.map(one => (
                    <Box component="li" key={one.id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                      <Typography sx={{ flex: '1 1 14rem' }}>
                        {[one.name, one.bornOn && plainDay(language, one.bornOn), translate('patrons.merge.number', { number: one.number })].filter(Boolean).join(', ')}
                      </Typography>
                      <Button size="small" variant="outlined" component={Link} to={link(`/patrons/merge/${id}/${one.id}`)}
                        aria-label={translate('patrons.merge.chooseOne', { name: `${one.name}, ${one.number}` })}>
                        {translate('patrons.merge.choose')}
                      </Button>
                    </Box>
                  ))}
                </Stack>
              )
            }}
          </Answered>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
