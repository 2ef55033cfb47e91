import VolumeOff from '@mui/icons-material/VolumeOffOutlined'
import VolumeUp from '@mui/icons-material/VolumeUpOutlined'
import { Alert, Box, Button, FormControlLabel, IconButton, Stack, Switch } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { Waiting } from '#console/frame/Waiting.tsx'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { Refused } from '#console/Refused.tsx'
import { useMe } from '#console/session.ts'
import { isDay } from '#console/time/day.ts'
import { DayField } from '#console/time/DayField.tsx'
import { mayAt, useUnit, type UnitRow } from '#console/unit.ts'
import { Views } from '#console/Views.tsx'
import { permissions } from '#plugins/circulation/contract/permission.ts'
import { ItemDialog } from '../items/ItemDialog.tsx'
import { OfflineDoor } from '../offline/OfflineDoor.tsx'
import { keepReady } from '../offline/prepare.ts'
import { DoneHere } from './DoneHere.tsx'
import { PatronPanel } from './PatronPanel.tsx'
import { QuestionDialog } from './QuestionDialog.tsx'
import { useKeys, useScanner } from './keys.ts'
import { ScanField } from './ScanField.tsx'
import { useDesk, type Mode } from './session.ts'
import { isSilent, play, setSilent } from './sound.ts'
import { UnknownCode } from './UnknownCode.tsx'
import { WhyDrawer } from './WhyDrawer.tsx'

/** Lending and taking in: one field for whatever is scanned. */
const DeskPage = () => {
  const translate = useTranslate()
  const { unit } = useUnit()
  if (!unit) return <Waiting />
  const isPlace = unit.type === 'branch' || unit.type === 'bookmobile' || unit.type === 'stop'
  return isPlace ? <Desk key={unit.id} unit={unit} /> : (
    <Page title={translate('circulation.desk.title', { unit: unit.name })}>
      <Nothing>{translate('circulation.desk.chooseBranch')}</Nothing>
    </Page>
  )
}

const modes: readonly Mode[] = ['lend', 'return']

const Desk = ({ unit }: { readonly unit: UnitRow }) => {
  const translate = useTranslate()
  const desk = useDesk(unit.id)
  const field = useRef<HTMLInputElement>(null)
  const loans = useRef<HTMLDivElement>(null)
  const [asked, ask] = useState<string | null>(null)
  const [entered, setEntered] = useState<string | null>(null)
  const me = useMe()
  const { units } = useUnit()
  const mayEnter = units !== undefined && mayAt(me, units, permissions.items, unit.id)
  const { mode, patron } = desk
  const wrongDay = desk.day !== '' && !isDay(desk.day)
  /** The field has the keyboard again once the dialog is gone. */
  const enter = (barcode: string) => {
    field.current?.focus()
    setEntered(barcode)
  }
  const done = () => {
    desk.close()
    field.current?.focus()
  }
  const act = (key: string) => {
    if (key === 'F4') void desk.undo()
    else if (key === 'F7') desk.setBin(mode === 'return' && !desk.bin)
    else if (key === 'F8') desk.setMode(mode === 'lend' ? 'return' : 'lend')
    else if (key === 'F9') loans.current?.focus()
    else done()
  }
  useKeys(act)
  useScanner(field)
  useEffect(() => void keepReady(unit.id), [unit.id])
  return (
    <Page title={translate('circulation.desk.title', { unit: unit.name })} intro={translate('circulation.desk.intro')} actions={<><OfflineDoor /><Sound /></>}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Views
          views={modes} value={mode} label={translate('circulation.desk.modes')} onChange={desk.setMode}
          words={name => translate(`circulation.desk.mode.${name}`)}
        />
        {mode === 'return' && (
          <>
            <FormControlLabel
              control={<Switch checked={desk.bin && desk.day === ''} disabled={desk.day !== ''} onChange={(_, on) => desk.setBin(on)} />}
              label={translate('circulation.desk.bin')}
            />
            <DayField label={translate('circulation.desk.day')} value={desk.day} onChange={desk.setDay} emptyHint={translate('circulation.desk.today')} place="/day" />
          </>
        )}
      </Stack>
      <ScanField
        key={mode} ref={field} label={translate(`circulation.desk.scan.${mode === 'return' ? 'item' : patron ? 'itemOrCard' : 'card'}`)}
        act={translate(`circulation.desk.act.${mode}`)} onScan={code => void (wrongDay ? play('no') : desk.scan(code))}
      />
      {wrongDay && <Alert severity="error" role="alert">{translate('circulation.desk.wrongDay')}</Alert>}
      {desk.unknown
        ? <UnknownCode unknown={desk.unknown} mayEnter={mayEnter} onEnter={enter} />
        : <Refused problem={desk.problem} faults />}
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => void desk.undo()} disabled={!desk.lines.some(({ act }) => act === 'lent')}>
          {translate('circulation.desk.undo')}
        </Button>
        <Button variant="outlined" onClick={done} disabled={!patron && desk.lines.length === 0}>
          {translate('circulation.desk.close')}
        </Button>
      </Stack>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: patron ? '3fr 2fr' : '1fr' }, alignItems: 'start' }}>
        {patron && <PatronPanel ref={loans} patron={patron} onRenew={ids => void desk.renew(ids)} onNote={(...said) => void desk.note(...said)} onWhy={ask} />}
        <DoneHere lines={desk.lines} onWhy={ask} />
      </Box>
      {desk.question && <QuestionDialog question={desk.question} onScan={code => void desk.scan(code)} />}
      {entered !== null && <ItemDialog id={null} branch={unit} barcode={entered} onClose={() => { setEntered(null); desk.forget() }} />}
      {asked !== null && <WhyDrawer loan={asked} onClose={() => ask(null)} />}
    </Page>
  )
}

const Sound = () => {
  const translate = useTranslate()
  const [silent, setHere] = useState(isSilent)
  const toggle = () => {
    setSilent(!silent)
    setHere(!silent)
  }
  return (
    <IconButton onClick={toggle} aria-pressed={!silent} aria-label={translate('circulation.desk.sound')}>
      {silent ? <VolumeOff /> : <VolumeUp />}
    </IconButton>
  )
}

export default DeskPage
