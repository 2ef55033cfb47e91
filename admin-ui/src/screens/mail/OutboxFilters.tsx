import Search from '@mui/icons-material/Search'
import { InputAdornment, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { mailStates, type MailState } from '#plugins/mail/contract.ts'

const views = ['all', ...mailStates] as const
export type View = (typeof views)[number]

/** The view an address asks for; everything when it asks for nothing we know. */
export const viewOf = (asked: string): View => views.find(view => view === asked) ?? 'all'
export const stateOf = (view: View): MailState | undefined => (view === 'all' ? undefined : view)

interface OutboxFiltersProps {
  readonly view: View
  readonly asked: string
  readonly onView: (view: View) => void
  readonly onAsk: (words: string) => void
}

/** All mail, or what stands somewhere; and words to find by. */
export const OutboxFilters = ({ view, asked, onView, onAsk }: OutboxFiltersProps) => {
  const translate = useTranslate()
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <ToggleButtonGroup
        exclusive
        value={view}
        aria-label={translate('mail.views')}
        onChange={(_, next: View | null) => onView(next ?? 'all')}
      >
        {views.map(name => (
          <ToggleButton key={name} value={name} sx={{ px: 2, py: 0.75, bgcolor: 'background.paper' }}>
            {translate(name === 'all' ? 'mail.all' : `mail.state.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TextField
        type="search"
        label={translate('mail.search')}
        value={asked}
        onChange={event => onAsk(event.target.value)}
        sx={{ flex: '1 1 240px', maxWidth: 560 }}
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search fontSize="small" aria-hidden />
              </InputAdornment>
            ),
          },
        }}
      />
    </Stack>
  )
}
