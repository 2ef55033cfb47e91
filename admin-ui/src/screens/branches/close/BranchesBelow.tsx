import {
  Alert,
  AlertTitle,
  Box,
  Button,
  Stack,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect } from 'react'
import type { Preview } from '#console/change/change.ts'
import type { UnitId } from '#core/contract.ts'
import type { Closing } from './closing.ts'

export interface Below {
  readonly id: UnitId
  readonly name: string
  readonly text: string
}

interface BranchesBelowProps {
  /** What the preview asks now; undefined while it is being worked out. */
  readonly questions: Preview['questions'] | undefined
  readonly below: readonly Below[]
  readonly onAsked: (questions: Preview['questions']) => void
  readonly closing: Closing
  readonly onChange: (next: (before: Closing) => Closing) => void
}

/** Branches whose own calendar would keep them open: close these too, or leave them open. */
export const BranchesBelow = ({ questions, below, closing, onAsked, onChange }: BranchesBelowProps) => {
  const translate = useTranslate()
  useEffect(() => {
    if (questions && questions.length > 0) onAsked(questions)
  }, [questions, onAsked])
  if (below.length === 0) return null
  const answer = (units: readonly UnitId[], closes: boolean) =>
    onChange(before => ({
      ...before,
      below: { ...before.below, ...Object.fromEntries(units.map(unit => [unit, closes])) },
    }))
  const all = below.map(({ id }) => id)
  return (
    <Alert severity="warning" sx={{ mt: 2, '& .MuiAlert-message': { flex: 1 } }}>
      <AlertTitle component="h4">{translate('console.change.questions')}</AlertTitle>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {below[0]?.text}
      </Typography>
      {below.length > 1 && (
        <Stack direction="row" sx={{ gap: 1, mb: 1, flexWrap: 'wrap' }}>
          <Button size="small" variant="outlined" color="inherit" onClick={() => answer(all, true)}>
            {translate('branches.close.allToo')}
          </Button>
          <Button size="small" variant="outlined" color="inherit" onClick={() => answer(all, false)}>
            {translate('branches.close.leaveAll')}
          </Button>
        </Stack>
      )}
      <Box
        sx={{ maxHeight: 240, overflow: 'auto' }}
        tabIndex={0}
        role="group"
        aria-label={translate('console.change.questions')}
      >
        {below.map(({ id, name }) => (
          <Box key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5 }}>
            <Typography variant="body2" sx={{ flex: 1, fontWeight: 600 }}>
              {name}
            </Typography>
            <ToggleButtonGroup
              exclusive
              size="small"
              value={closing.below[id] ?? null}
              aria-label={name}
              onChange={(_, closes: boolean | null) => {
                if (closes !== null) answer([id], closes)
              }}
            >
              <ToggleButton value sx={{ py: 0.25 }}>
                {translate('branches.close.too')}
              </ToggleButton>
              <ToggleButton value={false} sx={{ py: 0.25 }}>
                {translate('branches.close.leave')}
              </ToggleButton>
            </ToggleButtonGroup>
          </Box>
        ))}
      </Box>
    </Alert>
  )
}
