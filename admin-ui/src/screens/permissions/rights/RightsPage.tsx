import { Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useUnit } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
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
      <Views
        views={Object.keys(views) as View[]}
        value={view}
        label={translate('permissions.roles.views')}
        onChange={next => ask({ view: next === 'may' ? null : next })}
        words={name => translate(`permissions.rights.view.${name}`)}
      />
      <Stack spacing={3}>
        <Shown unit={unit} />
      </Stack>
    </Page>
  )
}

export default RightsPage
