import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { useUnit, type UnitRow } from '#console/unit.ts'
import type { ParameterValues } from '#plugins/parameters/contract/answer/value.ts'
import { SettingList } from './list/SettingList.tsx'
import { useDefinitions } from './list/useDefinitions.ts'
import { SettingPage } from './one/SettingPage.tsx'

/** The settings of a unit, by chapter and by searching; or one of them, when the address names it. */
const SettingsPage = () => {
  const { unit } = useUnit()
  const { asked } = useAsked()
  const name = asked('p')
  const [last, setLast] = useState(name)
  if (name !== '' && name !== last) setLast(name)
  if (!unit) return <Waiting />
  if (name !== '') return <SettingPage key={`${unit.id} ${name}`} name={name} unit={unit} />
  return <List key={unit.id} unit={unit} last={last} />
}

interface ListProps {
  readonly unit: UnitRow
  /** The setting one comes back from. */
  readonly last: string
}

const List = ({ unit, last }: ListProps) => {
  const translate = useTranslate()
  const definitions = useDefinitions()
  const values = useSteadyReading<ParameterValues>('/parameters/values', { unit: unit.id })
  return (
    <Page
      title={translate('parameters.title', { unit: unit.name })}
      intro={translate('parameters.intro')}
      help="settings"
    >
      <Answered reading={definitions}>
        {all => (
          <Answered reading={values}>
            {held => <SettingList unit={unit} definitions={all} values={held} last={last} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

export default SettingsPage
