import Computer from '@mui/icons-material/ComputerOutlined'
import { Box, Button, Card, Chip, Typography } from '@mui/material'
import { useLocale, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { Page } from '#console/Page.tsx'
import { useReadAgain, useSteadyReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useMe } from '#console/session.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import { mayAt, useUnit, type UnitRow, type Units } from '#console/unit.ts'
import { signInPermissions } from '#plugins/sign-in/contract/permission.ts'
import type { Desk, Desks } from '../answers.ts'
import { RemoveAsked } from '../me/RemoveAsked.tsx'
import { useDesk } from './desk.ts'
import { DeskDialog } from './DeskDialog.tsx'

/** The PCs that colleagues share at a desk. */
const DesksPage = () => {
  const { unit, units } = useUnit()
  return unit && units ? <SharedDesks unit={unit} units={units} /> : <Waiting />
}

const SharedDesks = ({ unit, units }: { readonly unit: UnitRow; readonly units: Units }) => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const me = useMe()
  const reading = useSteadyReading<Desks>('/desks', { unit: unit.id })
  const { problem, trying } = useTrying()
  const [adding, setAdding] = useState(false)
  const remove = async (id: string) => {
    const done = await trying(() => whenConfirmed(() => call(`/desks/${id}`, { method: 'DELETE' })))
    if (done) notify('signIn.desks.removed', { type: 'success' })
    await readAgain()
  }
  const here = useDesk()
  const add = !here && mayAt(me, units, signInPermissions.desks, unit.id) && (
    <Button variant="contained" startIcon={<Computer />} onClick={() => setAdding(true)}>
      {translate('signIn.desks.add')}
    </Button>
  )
  return (
    <Page
      title={translate('signIn.desks.title', { unit: unit.name })}
      intro={translate('signIn.desks.intro')}
      help="desks"
      actions={add}
    >
      <Refused problem={problem} />
      <Answered reading={reading}>
        {({ data }) =>
          data.every(({ ended }) => ended) ? (
            <Nothing>{translate('signIn.desks.none')}</Nothing>
          ) : (
            <Box
              component="ul"
              sx={{
                listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2,
                gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
              }}
            >
              {data.filter(({ ended }) => !ended).map(desk => (
                <DeskCard key={desk.id} desk={desk} here={desk.id === here?.id} onRemove={() => remove(desk.id)} />
              ))}
            </Box>
          )
        }
      </Answered>
      {adding && <DeskDialog unit={unit} units={units} onClose={() => setAdding(false)} />}
    </Page>
  )
}

interface DeskCardProps {
  readonly desk: Desk
  /** It is the PC one sits at. */
  readonly here: boolean
  readonly onRemove: () => Promise<unknown>
}

const DeskCard = ({ desk: { name, unit, madeAt, lastUsed }, here, onRemove }: DeskCardProps) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Card component="li" sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h3" component="h2">
          {name}
        </Typography>
        {here && <Chip size="small" label={translate('signIn.desks.here')} />}
      </Box>
      <Typography>{unit.name}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
        {translate('signIn.desks.added', { at: formatMoment(language, madeAt) })}
        <br />
        {lastUsed
          ? translate('signIn.desks.used', { at: formatMoment(language, lastUsed) })
          : translate('signIn.desks.never')}
      </Typography>
      <Box>
        <RemoveAsked
          act={translate('signIn.desks.remove')}
          label={translate('signIn.desks.removeOne', { name })}
          sure={translate('signIn.desks.sure', { name })}
          onRemove={onRemove}
        />
      </Box>
    </Card>
  )
}

export default DesksPage
