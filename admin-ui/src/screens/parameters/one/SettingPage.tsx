import ArrowBack from '@mui/icons-material/ArrowBack'
import History from '@mui/icons-material/HistoryOutlined'
import { Alert, Box, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import type { UnitRow } from '#console/unit.ts'
import type { Definition } from '#plugins/parameters/contract/answer/definition.ts'
import type { WholeParameter } from '#plugins/parameters/contract/answer/whole.ts'
import { publicPage } from '#plugins/parameters/contract/parameter.ts'
import { CodesFields } from '../edit/CodesFields.tsx'
import { codesOf, type Start } from '../edit/form.ts'
import { useMayAsk } from '../edit/may-ask.ts'
import { SettingDialog } from '../edit/SettingDialog.tsx'
import { useDefinitions } from '../list/useDefinitions.ts'
import { About } from './About.tsx'
import { HistoryDrawer } from './HistoryDrawer.tsx'
import { HoldsHere } from './HoldsHere.tsx'
import { OwnRows } from './OwnRows.tsx'
import { PastValue } from './PastValue.tsx'

interface SettingPageProps {
  readonly name: string
  readonly unit: UnitRow
}

/** What the address asks of one setting has no meaning for another. */
const nothingElse = { p: null, past: null, membership: null, material: null }

/** One setting at one unit: what holds and why, what the unit says itself, what it was, and who changed it. */
export const SettingPage = ({ name, unit }: SettingPageProps) => {
  const translate = useTranslate()
  const { ask } = useAsked()
  const definitions = useDefinitions()
  const definition = definitions.data?.data.find(one => one.name === name)
  const back = (
    <Button startIcon={<ArrowBack />} onClick={() => ask(nothingElse)}>
      {translate('parameters.toList')}
    </Button>
  )
  return (
    <Page
      title={definition?.title ?? translate('parameters.title', { unit: unit.name })}
      intro={definition?.help}
      help="settings"
      actions={back}
    >
      <Answered reading={definitions}>
        {() => definition
          ? <One definition={definition} unit={unit} />
          : <Nothing action={back}>{translate('parameters.unknown', { name })}</Nothing>}
      </Answered>
    </Page>
  )
}

interface OneProps {
  readonly definition: Definition
  readonly unit: UnitRow
}

const One = ({ definition, unit }: OneProps) => {
  const translate = useTranslate()
  const { asked, ask } = useAsked()
  const where = Object.fromEntries(definition.dimensions.map(({ name }) => [name, asked(name)]))
  const codes = codesOf({ where })
  const whole = useSteadyReading<WholeParameter>(`/parameters/${definition.name}`, { unit: unit.id, ...codes })
  const mayAsk = useMayAsk(unit)(definition)
  const [edited, setEdited] = useState<{ readonly start?: Start } | null>(null)
  const [told, setTold] = useState(false)
  return (
    <Answered reading={whole}>
      {answer => (
        <>
          <OnlyWhen definition={definition} unit={unit} applies={answer.applies} />
          <Box sx={{ display: 'grid', gap: 3, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.5fr) minmax(0, 1fr)' } }}>
            <Stack spacing={3}>
              <HoldsHere
                definition={definition}
                whole={answer}
                codes={definition.dimensions.length > 0 && (
                  <CodesFields definition={definition} unit={unit.id} where={where} onChange={ask} />
                )}
                actions={
                  <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
                    {(answer.mayChange || (mayAsk && !answer.lockedBy)) && (
                      <Button variant="contained" onClick={() => setEdited({})}>
                        {translate(!answer.mayChange ? 'parameters.askFor' : answer.own ? 'parameters.change' : 'parameters.makeOwn')}
                      </Button>
                    )}
                    {definition.name === publicPage.name && answer.value === true && (
                      <Button variant="outlined" href={`#/public-settings?unit=${unit.id}`} target="_blank">
                        {translate('parameters.public.look')}
                      </Button>
                    )}
                    <Button variant="outlined" startIcon={<History />} onClick={() => setTold(true)}>
                      {translate('parameters.history')}
                    </Button>
                  </Stack>
                }
              />
              <OwnRows definition={definition} whole={answer} onStart={start => setEdited({ start })} />
            </Stack>
            <Stack spacing={3}>
              <PastValue definition={definition} unit={unit} codes={codes} />
              <About definition={definition} />
            </Stack>
          </Box>
          {edited && (
            <SettingDialog definition={definition} unit={unit} codes={codes} start={edited.start} onClose={() => setEdited(null)} />
          )}
          {told && <HistoryDrawer definition={definition} unit={unit} onClose={() => setTold(false)} />}
        </>
      )}
    </Answered>
  )
}

interface OnlyWhenProps extends OneProps {
  readonly applies: boolean
}

/** "Only matters when …", with the way to the setting it hangs on. */
const OnlyWhen = ({ definition: { onlyWhen }, unit, applies }: OnlyWhenProps) => {
  const translate = useTranslate()
  const { ask } = useAsked()
  if (!onlyWhen) return null
  const words = { title: onlyWhen.title, is: onlyWhen.is.join(', '), unit: unit.name }
  return (
    <Alert
      severity={applies ? 'info' : 'warning'}
      action={
        <Button color="inherit" size="small" onClick={() => ask({ ...nothingElse, p: onlyWhen.parameter })}>
          {translate('parameters.toSetting')}
        </Button>
      }
    >
      {translate(applies ? 'parameters.onlyWhen' : 'parameters.onlyWhenNot', words)}
    </Alert>
  )
}
