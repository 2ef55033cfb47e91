import { Box, Checkbox, Paper, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Day } from '#core/contract.ts'
import type { NowRow } from '../answers.ts'
import { Attention } from './Attention.tsx'
import { BranchName } from './BranchName.tsx'
import type { BranchesProps } from './BranchTable.tsx'
import { CloseButton } from './CloseButton.tsx'
import { NextChange } from './NextChange.tsx'
import { PickAll } from './PickAll.tsx'
import { StateNow } from './StateNow.tsx'

/** The branches one below the other, for a small screen or very large letters. */
export const BranchCards = ({ groups, named, today, pickable, chosen, onPick, onClose }: BranchesProps) => {
  const translate = useTranslate()
  const may = new Set(pickable)
  return (
    <Stack spacing={1.5}>
      {pickable.length > 1 && (
        <Stack direction="row" sx={{ alignItems: 'center' }}>
          <PickAll pickable={pickable} chosen={chosen} onPick={onPick} />
          <Typography aria-hidden variant="body2">
            {translate('branches.now.pickAll', { smart_count: pickable.length })}
          </Typography>
        </Stack>
      )}
      {groups.map(library => (
        <Box component="section" key={library.id} aria-label={library.name || translate('branches.now.table')}>
          {named && <Typography variant="h3" component="h2" sx={{ mb: 1 }}>{library.name}</Typography>}
          <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {library.rows.map(row => (
              <Paper component="li" variant="outlined" key={row.id} sx={{ p: 1.5 }}>
                <Stack direction="row" sx={{ gap: 0.5, alignItems: 'flex-start' }}>
                  {may.has(row.id) && (
                    <Checkbox
                      checked={chosen.includes(row.id)}
                      onChange={(_, on) => onPick([row.id], on)}
                      slotProps={{ input: { 'aria-label': translate('branches.now.pick', { name: row.name }) } }}
                      sx={{ mt: -0.75, ml: -0.75 }}
                    />
                  )}
                  <Box sx={{ flex: 1, minWidth: 0 }}><BranchName row={row} /></Box>
                  {may.has(row.id) && <CloseButton name={row.name} onClose={() => onClose([row.id])} />}
                </Stack>
                <Told row={row} today={today} />
              </Paper>
            ))}
          </Stack>
        </Box>
      ))}
    </Stack>
  )
}

const Told = ({ row, today }: { readonly row: NowRow; readonly today: Day }) => {
  const translate = useTranslate()
  return (
    <Stack spacing={1} sx={{ mt: 1 }}>
      <StateNow row={row} today={today} />
      {row.nextChange && (
        <Box>
          <Typography variant="caption" color="textSecondary">{translate('branches.now.next')}</Typography>
          <NextChange next={row.nextChange} />
        </Box>
      )}
      <Attention row={row} />
    </Stack>
  )
}
