import { Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Page } from '#console/Page.tsx'
import { useMe } from '#console/session.ts'
import { mayAt, useUnit, type UnitRow } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
import { permissions, setTariffs } from '#plugins/parameters/contract/permission.ts'
import { useDefinitions } from '../list/useDefinitions.ts'
import { PresetList } from '../preset/PresetList.tsx'
import { SheetBack } from './SheetBack.tsx'
import { SheetOut } from './SheetOut.tsx'

const views = ['sheet', 'presets'] as const

/** Many settings in one act: by a spreadsheet that goes out and comes back, or by a change that is made ready. */
const SheetPage = () => {
  const translate = useTranslate()
  const me = useMe()
  const { unit, units } = useUnit()
  const { asked, ask } = useAsked()
  const definitions = useDefinitions()
  if (!unit || !units) return <Waiting />
  const view = asked('view') === 'presets' ? 'presets' : 'sheet'
  const may = ({ id }: UnitRow) => [permissions.set, setTariffs].some(permission => mayAt(me, units, permission, id))
  return (
    <Page title={translate(`parameters.sheet.${view}.title`)} intro={translate(`parameters.sheet.${view}.intro`)} help="sheet">
      <Views
        views={views}
        value={view}
        onChange={next => ask({ view: next === 'sheet' ? null : next })}
        label={translate('parameters.sheet.way')}
        words={one => translate(`parameters.sheet.${one}.short`)}
      />
      <Answered reading={definitions}>
        {all => view === 'presets' ? (
          <PresetList key={unit.id} unit={unit} definitions={all} may={may} />
        ) : (
          <Stack spacing={3}>
            <SheetOut key={unit.id} unit={unit} definitions={all} />
            <SheetBack definitions={all.data} />
          </Stack>
        )}
      </Answered>
    </Page>
  )
}

export default SheetPage
