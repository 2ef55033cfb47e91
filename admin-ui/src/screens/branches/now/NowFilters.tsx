import { Stack } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { SearchField } from '#console/SearchField.tsx'
import { formatCount } from '#console/time/hour.ts'
import { Views } from '#console/Views.tsx'
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
      <Views
        views={views}
        value={view}
        label={translate('branches.now.views')}
        onChange={onView}
        words={name => (
          <>
            {translate(`branches.now.view.${name}`)}
            <span>{formatCount(language, countOf(rows, name))}</span>
          </>
        )}
      />
      <SearchField label={translate('branches.now.search')} value={asked} onChange={onAsk} />
    </Stack>
  )
}
