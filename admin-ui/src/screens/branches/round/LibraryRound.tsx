import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useDraft } from '#console/draft.ts'
import { DraftKept } from '#console/DraftKept.tsx'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { formatMoment, todayHere } from '#console/time/day.ts'
import { mayAt, type UnitRow, type Units } from '#console/unit.ts'
import type { UnitYear } from '#plugins/branches/contract/answers.ts'
import { branchesPermissions } from '#plugins/branches/contract/permission.ts'
import type { UnitCalendar } from '../answers.ts'
import { AddedDays } from './AddedDays.tsx'
import { ConfirmYear } from './ConfirmYear.tsx'
import { ProposalTable } from './ProposalTable.tsx'
import { emptyForm, isComplete, isTicked, itemsOf, rowsOf } from './round.ts'

interface LibraryRoundProps {
  readonly library: UnitRow
  readonly units: Units
  readonly year: number
}

/** One library, one year: tick what closes, add what is missing, confirm. */
export const LibraryRound = ({ library, units, year }: LibraryRoundProps) => {
  const reading = useReading<UnitYear>(`/units/${library.id}/year/${year}`)
  const standing = useReading<UnitCalendar>(`/units/${library.id}/calendar`, {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  })
  return (
    <Answered reading={reading}>
      {answer => (
        <Answered reading={standing}>
          {calendar => <Proposal library={library} units={units} answer={answer} calendar={calendar} />}
        </Answered>
      )}
    </Answered>
  )
}

interface ProposalProps {
  readonly library: UnitRow
  readonly units: Units
  readonly answer: UnitYear
  readonly calendar: UnitCalendar
}

const Proposal = ({
  library,
  units,
  answer: { year, version, confirmed, remindedOn, proposal },
  calendar,
}: ProposalProps) => {
  const translate = useTranslate()
  const language = useLocale()
  const me = useMe()
  const draft = useDraft(`branches.round ${library.id} ${year}`, emptyForm)
  const [confirming, setConfirming] = useState(false)
  const form = draft.value
  const may =
    mayAt(me, units, branchesPermissions.confirmYear, library.id)
    || mayAt(me, units, branchesPermissions.close, library.id)
  const { days, exceptions } = calendar
  const rows = useMemo(
    () => rowsOf({ confirmed: confirmed !== null, year, proposal, days, exceptions }),
    [confirmed, year, proposal, days, exceptions],
  )
  const items = useMemo(
    () =>
      itemsOf({
        library: library.id,
        year,
        rows,
        form,
        seen: version,
        words: { closed: translate('branches.round.closed'), open: translate('branches.round.openAnyway') },
      }),
    [library.id, year, rows, form, version, translate],
  )
  const closing = rows.filter(one => isTicked(form, one)).length + form.added.filter(isComplete).length
  return (
    <>
      {confirmed ? (
        <Alert severity="success">
          {translate('branches.round.confirmed', {
            year,
            name: confirmed.by || 'Filiaal',
            at: formatMoment(language, confirmed.at),
          })}
        </Alert>
      ) : (
        <Alert severity={remindedOn ? 'warning' : 'info'}>
          {translate(
            year > Number(todayHere().slice(0, 4)) ? 'branches.round.waiting' : 'branches.round.waitingNow',
            { year },
          )}
        </Alert>
      )}
      <DraftKept draft={draft} />
      <Section title={translate('branches.round.proposal')} intro={translate('branches.round.proposalIntro')}>
        <ProposalTable rows={rows} form={form} may={may} onChange={draft.set} />
        {may && <AddedDays form={form} year={year} onChange={draft.set} />}
      </Section>
      {may && (
        <Paper
          variant="outlined"
          sx={{ position: 'sticky', bottom: 16, zIndex: 5, p: 1.5, px: 2.5, boxShadow: 6 }}
        >
          <Stack direction="row" useFlexGap sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
            <Box sx={{ flex: 1 }} role="status">
              <Typography sx={{ fontWeight: 600 }}>
                {translate('branches.round.count', { smart_count: closing, year })}
              </Typography>
              {items.length > 1 && (
                <Typography variant="body2" color="textSecondary">
                  {translate('branches.round.changes', { smart_count: items.length - 1 })}
                </Typography>
              )}
            </Box>
            {draft.touched && <Button onClick={draft.forget}>{translate('branches.round.startOver')}</Button>}
            <Button
              variant="contained"
              onClick={() => setConfirming(true)}
              disabled={form.added.some(day => !isComplete(day)) || (confirmed !== null && items.length === 1)}
            >
              {translate(confirmed ? 'branches.round.amend' : 'branches.round.confirm', { year })}
            </Button>
          </Stack>
        </Paper>
      )}
      {confirming && (
        <ConfirmYear
          items={items}
          year={year}
          name={library.name}
          onSaved={draft.forget}
          onClose={() => setConfirming(false)}
        />
      )}
    </>
  )
}
