import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ChangePreview } from '#console/change/ChangePreview.tsx'
import type { Change } from '#console/change/useChange.ts'
import { Section } from '#console/Section.tsx'
import type { Wish } from './useWish.ts'

interface WishShownProps {
  readonly wish: Wish | undefined
  readonly change: Change
  readonly looking: boolean
}

/** What the answers would do: the change itself, the work that people do for it, or nothing but an answer. */
export const WishShown = ({ wish, change, looking }: WishShownProps) => {
  const translate = useTranslate()
  const answered = wish !== undefined && wish.faults.length === 0
  const tasks = wish?.tasks ?? []
  const nothingAsked = wish?.faults.find(({ code }) => code === 'change-requests.nothing-asked')
  if (nothingAsked) return <Section title={translate('console.change.preview')}><Typography color="textSecondary">{nothingAsked.message}</Typography></Section>
  if (answered && wish.items.length === 0 && tasks.length === 0 && !looking)
    return <Section title={translate('console.change.preview')}><Typography color="textSecondary">{translate('requests.ask.onlyAnswer')}</Typography></Section>
  return (
    <Section title={translate('requests.ask.does')}>
      {(tasks.length === 0 || (wish?.items.length ?? 0) > 0) && <ChangePreview change={change} />}
      {tasks.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: (wish?.items.length ?? 0) > 0 ? 2 : 0, mb: 1 }}>{translate('requests.ask.tasks')}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{tasks.map(task => <li key={task}>{task}</li>)}</Box>
        </>
      )}
    </Section>
  )
}
