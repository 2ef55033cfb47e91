import { Stack, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsked } from '#console/asked.ts'
import { HistoryList } from '#console/change/HistoryList.tsx'
import { useSeen } from '#console/first-step.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { Section } from '#console/Section.tsx'
import { useUnit } from '#console/unit.ts'

const views = ['all', 'applied', 'planned', 'requested'] as const
type View = (typeof views)[number]

/** What was changed, what is planned and what waits for a word, at one unit or everywhere in reach. */
const HistoryPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  const { asked, ask } = useAsked()
  const view: View = views.find(one => one === asked('show')) ?? 'all'
  useSeen(view === 'requested' ? 'see-requests' : undefined)
  if (!unit) return <Waiting />
  return (
    <Page
      title={translate('branches.past.title', { unit: unit.name })}
      intro={translate('branches.past.intro')}
      help="history"
    >
      <Stack direction="row">
        <ToggleButtonGroup
          exclusive
          value={view}
          aria-label={translate('branches.past.views')}
          sx={{ flexWrap: 'wrap' }}
          onChange={(_, next: View | null) => ask({ show: next === 'all' ? null : next })}
        >
          {views.map(name => (
            <ToggleButton key={name} value={name} sx={{ px: 2, py: 0.75, bgcolor: 'background.paper' }}>
              {translate(`branches.past.view.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Stack>
      <Section title={translate(`branches.past.view.${view}`)} intro={translate(`branches.past.about.${view}`)}>
        <HistoryList
          unit={unit.type === 'system' ? undefined : unit.id}
          {...(view === 'all' ? {} : { state: view })}
        />
      </Section>
    </Page>
  )
}

export default HistoryPage
