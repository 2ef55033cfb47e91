import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import type { ChangeSet } from '#console/change/change.ts'
import { HistoryList } from '#console/change/HistoryList.tsx'
import { SetList } from '#console/change/SetList.tsx'
import { useSeen } from '#console/first-step.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe, type Me } from '#console/session.ts'
import { pathOf, useUnit, type UnitRow, type Units } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'

const views = ['all', 'applied', 'planned', 'requested'] as const
type View = (typeof views)[number]

/** Whoever works only here sees all of it, also what asks for a unit that is not there yet. */
const isAll = (unit: UnitRow, units: Units, { grants }: Me) =>
  unit.type === 'system'
  || (grants.length > 0 && grants.every(grant => pathOf(units, grant.unit).some(({ id }) => id === unit.id)))

/** What was changed, what is planned and what waits for a word, at one unit or everywhere in reach. */
const HistoryPage = () => {
  const translate = useTranslate()
  const { unit, units } = useUnit()
  const me = useMe()
  const { asked, ask } = useAsked()
  const view: View = views.find(one => one === asked('show')) ?? 'all'
  useSeen(view === 'requested' ? 'see-requests' : undefined)
  if (!unit || !units) return <Waiting />
  return (
    <Page
      title={translate('branches.past.title', { unit: unit.name })}
      intro={translate('branches.past.intro')}
      help="history"
    >
      {asked('set') !== '' && <OneSet id={asked('set')} onAll={() => ask({ set: null })} />}
      <Views
        views={views}
        value={view}
        label={translate('branches.past.views')}
        onChange={next => ask({ show: next === 'all' ? null : next })}
        words={name => translate(`branches.past.view.${name}`)}
      />
      <Section title={translate(`branches.past.view.${view}`)} intro={translate(`branches.past.about.${view}`)}>
        <HistoryList
          below
          unit={isAll(unit, units, me) ? undefined : unit.id}
          {...(view === 'all' ? {} : { state: view })}
        />
      </Section>
    </Page>
  )
}

interface OneSetProps {
  readonly id: string
  readonly onAll: () => void
}

/** The one change that another screen pointed at, above all others. */
const OneSet = ({ id, onAll }: OneSetProps) => {
  const translate = useTranslate()
  const reading = useReading<ChangeSet>(`/changes/${id}`)
  return (
    <Section
      title={translate('branches.past.one')}
      actions={<Button onClick={onAll}>{translate('branches.past.closeOne')}</Button>}
    >
      <Answered reading={reading}>{set => <SetList sets={[set]} />}</Answered>
    </Section>
  )
}

export default HistoryPage
