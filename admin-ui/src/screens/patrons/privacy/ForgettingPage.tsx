import Back from '@mui/icons-material/ArrowBack'
import { Box, Button, Link as Anchor, Stack, TableCell, TableRow, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { ListTable } from '#console/ListTable.tsx'
import { Page } from '#console/Page.tsx'
import { useSteadyReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { formatDay, todayHere } from '#console/time/day.ts'
import { useUnitLink } from '#console/unit.ts'
import type { ForgettingPlan } from '#plugins/patrons/contract/privacy/answer.ts'
import { useSaid } from '../said.ts'
import { LeavingPeople } from './LeavingPeople.tsx'

const horizons = [0, 1, 3, 12] as const

/** What the coming nights forget, by reason and library: counts first, then who, for whoever may know. */
const ForgettingPage = () => {
  const translate = useTranslate()
  const link = useUnitLink()
  const [months, setMonths] = useState<number>(0)
  const by = Temporal.PlainDate.from(todayHere()).add({ months }).toString()
  const reading = useSteadyReading<ForgettingPlan>('/forgetting', { by })
  return (
    <Page title={translate('patrons.forgetting.title')} intro={translate('patrons.forgetting.intro')}>
      <Anchor component={Link} to={link('/patrons')} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', alignSelf: 'flex-start' }}>
        <Back fontSize="small" aria-hidden />
        {translate('patrons.page.back')}
      </Anchor>
      <ToggleButtonGroup exclusive size="small" value={months} onChange={(_, chosen: number | null) => chosen !== null && setMonths(chosen)}
        aria-label={translate('patrons.forgetting.horizon')} sx={{ flexWrap: 'wrap' }}>
        {horizons.map(horizon => (
          <ToggleButton key={horizon} value={horizon}>{translate(`patrons.forgetting.in${horizon}`)}</ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Answered reading={reading}>{plan => <Planned plan={plan} />}</Answered>
    </Page>
  )
}

const Planned = ({ plan: { reasons, past, by } }: { readonly plan: ForgettingPlan }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <Stack spacing={3}>
      {reasons.map(reason => <Reason key={reason.name} reason={reason} by={by} />)}
      <Section title={translate('patrons.forgetting.past')}>
        {past.length === 0 && <Typography color="textSecondary">{translate('patrons.forgetting.nothingYet')}</Typography>}
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {past.map(({ day, reason, count }) => (
            <li key={`${day} ${reason}`}>
              {formatDay(language, day)}: {translate(`patrons.forgetting.was.${reason}`, { smart_count: count })}
            </li>
          ))}
        </Box>
      </Section>
    </Stack>
  )
}

const Reason = ({ reason: { name, title, why, libraries }, by }: { readonly reason: ForgettingPlan['reasons'][number]; readonly by: string }) => {
  const translate = useTranslate()
  const said = useSaid()
  const [open, setOpen] = useState<string | null>(null)
  const ofPeople = name === 'asked' || name === 'former'
  const heading = said(title).replace(/^./, letter => letter.toUpperCase())
  return (
    <Section bare title={heading} intro={said(why)}>
      {libraries.length === 0 ? <Typography color="textSecondary">{translate('patrons.forgetting.none')}</Typography> : (
        <ListTable dense name={translate('patrons.forgetting.perLibrary', { title: heading })} columns={['library', 'goes', 'stays'].map(column => translate(`patrons.forgetting.${column}`))}
          {...(ofPeople && { acts: translate('patrons.forgetting.who') })}>
          {libraries.map(({ library, goes, stays }) => (
            <TableRow key={library.id}>
              <TableCell component="th" scope="row">{library.name}</TableCell>
              <TableCell>{goes}</TableCell>
              <TableCell>{stays}</TableCell>
              {ofPeople && (
                <TableCell align="right">
                  <Button size="small" aria-expanded={open === library.id} aria-label={translate('patrons.forgetting.showAt', { name: library.name })}
                    onClick={() => setOpen(open === library.id ? null : library.id)}>
                    {translate('patrons.forgetting.show')}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </ListTable>
      )}
      {open !== null && <LeavingPeople library={open} by={by} asked={name === 'asked'} />}
    </Section>
  )
}

export default ForgettingPage
