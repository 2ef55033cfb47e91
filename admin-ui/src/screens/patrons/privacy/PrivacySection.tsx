import { Alert, Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { saveAs } from '#console/file.ts'
import { call } from '#console/http.ts'
import { useReadAgain, useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { Section } from '#console/Section.tsx'
import { useMe } from '#console/session.ts'
import { formatMoment } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import { mayAt, useUnits } from '#console/unit.ts'
import type { PatronPage } from '#plugins/patrons/contract/page.ts'
import { permissions } from '#plugins/patrons/contract/permission.ts'
import type { ErasurePlan } from '#plugins/patrons/contract/privacy/answer.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { Views } from './Views.tsx'

/** What is kept of somebody and for how long, who looked at it, and how they get it or have it erased. */
export const PrivacySection = ({ patron }: { readonly patron: PatronPage }) => {
  const translate = useTranslate()
  const language = useLocale()
  const me = useMe()
  const units = useUnits()
  const readAgain = useReadAgain()
  const { busy, problem, trying } = useTrying()
  const [erasing, setErasing] = useState(false)
  const [viewing, setViewing] = useState(false)
  const may = (permission: typeof permissions.erase) =>
    units !== undefined && patron.memberships.some(({ library, branch }) => mayAt(me, units, permission, library.id) || mayAt(me, units, permission, branch.id))
  const mayErase = may(permissions.erase)
  const plan = useReading<ErasurePlan>(`/patrons/${patron.id}/erasure`, {}, { enabled: mayErase })
  /** What was chosen shows at once; what the server refused springs back. */
  const [chosen, choose] = useState<boolean | null>(null)
  const keep = async (keepsHistory: boolean) => {
    choose(keepsHistory)
    await trying(async () => {
      await call(`/patrons/${patron.id}`, { method: 'PATCH', body: { version: patron.version, keepsHistory } })
      await readAgain()
    })
    choose(null)
  }
  const download = () => void trying(async () => {
    const told = await call<object>(`/patrons/${patron.id}/data`)
    saveAs(`${translate('patrons.privacy.file')}-${patron.number}.json`, JSON.stringify(told, null, 2), 'application/json')
  })
  return (
    <Section title={translate('patrons.privacy.title')}>
      <Stack spacing={2}>
        <Refused problem={problem} faults />
        {plan.data?.askedAt && (
          <Alert severity="warning">{translate('patrons.privacy.waits', { moment: formatMoment(language, plan.data.askedAt) })}</Alert>
        )}
        <FormControl disabled={!patron.mayChange || busy}>
          <FormLabel id="loan-history">{translate('patrons.fact.history')}</FormLabel>
          <RadioGroup aria-labelledby="loan-history" value={chosen ?? patron.keepsHistory ? 'keep' : 'erase'}
            onChange={event => void keep(event.target.value === 'keep')}>
            {(['erase', 'keep'] as const).map(choice => (
              <FormControlLabel key={choice} value={choice} control={<Radio />}
                label={translate(`patrons.privacy.${choice}`, { days: patron.historyDays, years: patron.historyYears })} />
            ))}
          </RadioGroup>
        </FormControl>
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
          {patron.mayChange && (
            <Button variant="outlined" size="small" loading={busy} onClick={download}>
              {translate('patrons.privacy.download')}
            </Button>
          )}
          {may(permissions.views) && (
            <Button variant="outlined" size="small" aria-expanded={viewing} onClick={() => setViewing(!viewing)}>
              {translate('patrons.privacy.views')}
            </Button>
          )}
          {mayErase && (
            <Button variant="outlined" size="small" color="error" onClick={() => setErasing(true)}>
              {translate('patrons.privacy.request')}
            </Button>
          )}
        </Stack>
        {!mayErase && <Typography variant="body2" color="textSecondary">{translate('patrons.privacy.who')}</Typography>}
        {viewing && <Views person={patron.id} />}
      </Stack>
      {erasing && plan.data && <EraseDialog person={patron.id} name={patron.name} plan={plan.data} onClose={() => setErasing(false)} />}
    </Section>
  )
}
