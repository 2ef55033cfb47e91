import Search from '@mui/icons-material/Search'
import { InputAdornment, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatCount } from '#console/time/hour.ts'
import type { NowRow } from '../answers.ts'
import { countOf, views, type View } from './shown.ts'

interface NowFiltersProps {
  readonly rows: readonly NowRow[]
  readonly view: View
  readonly asked: string
  readonly onView: (view: View) => void
  readonly onAsk: (text: string) => void
}

/** All, open, closed or in need of attention, each with its number; and words to find by. */
export const NowFilters = ({ rows, view, asked, onView, onAsk }: NowFiltersProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <ToggleButtonGroup
        exclusive
        value={view}
        aria-label={translate('branches.now.views')}
        sx={{ flexWrap: 'wrap', maxWidth: '100%' }}
        onChange={(_, next: View | null) => onView(next ?? 'all')}
      >
        {views.map(name => (
          <ToggleButton key={name} value={name} sx={{ px: 2, py: 0.75, gap: 1, bgcolor: 'background.paper' }}>
            {translate(`branches.now.view.${name}`)}
            <span>{formatCount(language, countOf(rows, name))}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TextField
        type="search"
        label={translate('branches.now.search')}
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
