import { Stack, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useUnit } from '#console/unit.ts'
import { Changes } from './Changes.tsx'
import { Conflicts } from './Conflicts.tsx'
import { Explain } from './Explain.tsx'
import { Holders } from './Holders.tsx'
import { PeopleCompared } from './PeopleCompared.tsx'

const views = { may: Explain, who: Holders, compare: PeopleCompared, conflicts: Conflicts, changes: Changes } as const
type View = keyof typeof views

/** Who may do what here, and why: one question at a time, answered as the guard would. */
const RightsPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  const { asked, ask } = useAsked()
  const view: View = asked('view') in views ? (asked('view') as View) : 'may'
  const Shown = views[view]
  if (!unit) return <Waiting />
  return (
    <Page
      title={translate('permissions.rights.title', { unit: unit.name })}
      intro={translate('permissions.rights.intro')}
      help="rights"
    >
      <ToggleButtonGroup
        exclusive
        value={view}
        aria-label={translate('permissions.roles.views')}
        sx={{ alignSelf: 'flex-start', flexWrap: 'wrap' }}
        onChange={(_, next: View | null) => ask({ view: next === null || next === 'may' ? null : next })}
      >
        {Object.keys(views).map(name => (
          <ToggleButton key={name} value={name} sx={{ px: 2, py: 0.75, bgcolor: 'background.paper' }}>
            {translate(`permissions.rights.view.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Stack spacing={3}>
        <Shown unit={unit} />
      </Stack>
    </Page>
  )
}

export default RightsPage
