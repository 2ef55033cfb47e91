import { Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { SearchField } from '#console/SearchField.tsx'
import { Views } from '#console/Views.tsx'
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
      <Views
        views={views}
        value={view}
        label={translate('mail.views')}
        onChange={onView}
        words={name => translate(name === 'all' ? 'mail.all' : `mail.state.${name}`)}
      />
      <SearchField label={translate('mail.search')} value={asked} onChange={onAsk} />
    </Stack>
  )
}
