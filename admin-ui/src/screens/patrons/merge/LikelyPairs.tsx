import { Button, Card, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router-dom'
import { Answered } from '#console/Answered.tsx'
import { call } from '#console/http.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import { Refused } from '#console/Refused.tsx'
import { useTrying } from '#console/trying.ts'
import { useUnitLink } from '#console/unit.ts'
import type { LikelyDoubles } from '#plugins/patrons/contract/merge.ts'
import type { ListedPatron } from '#plugins/patrons/contract/page.ts'
import { plainDay } from '../plain-day.ts'
import { useSaid } from '../said.ts'

/** Pairs of members who may be one human: compare them, or say that they are two. */
export const LikelyPairs = ({ unit }: { readonly unit: string }) => {
  const translate = useTranslate()
  const said = useSaid()
  const link = useUnitLink()
  const reading = useReading<LikelyDoubles>('/likely-doubles', { at: unit })
  const { busy, problem, trying } = useTrying()
  const keepApart = (one: string, other: string) =>
    trying(async () => {
      await call('/likely-doubles/apart', { method: 'POST', body: { one, other } })
      await reading.refetch()
    })
  return (
    <Answered reading={reading}>
      {({ data, more }) => (
        <Stack spacing={1.5}>
          <Refused problem={problem} faults />
          {data.length === 0 && <Nothing>{translate('patrons.merge.none')}</Nothing>}
          {more && <Typography color="textSecondary">{translate('patrons.merge.more', { smart_count: data.length })}</Typography>}
          {data.map(({ one, other, why }) => {
            const names = translate('patrons.merge.pair', { one: one.name, other: other.name })
            return (
              <Card key={one.id + other.id} component="section" aria-label={names} sx={{ p: 2 }}>
                <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
                  {said(why)}
                </Typography>
                <Stack direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ alignItems: { md: 'center' } }}>
                  <Someone patron={one} />
                  <Someone patron={other} />
                  <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
                    <Button size="small" disabled={busy} onClick={() => void keepApart(one.id, other.id)} aria-label={translate('patrons.merge.apartOne', { name: names })}>
                      {translate('patrons.merge.apart')}
                    </Button>
                    <Button size="small" variant="contained" component={Link} to={link(`/patrons/merge/${one.id}/${other.id}`)}
                      aria-label={translate('patrons.merge.compareOne', { name: names })}>
                      {translate('patrons.merge.compare')}
                    </Button>
                  </Stack>
                </Stack>
              </Card>
            )
          })}
        </Stack>
      )}
    </Answered>
  )
}

const Someone = ({ patron: { name, number, bornOn, address, status } }: { readonly patron: ListedPatron }) => {
  const translate = useTranslate()
  const language = useLocale()
  return (
    <div style={{ flex: '1 1 0', minWidth: 0 }}>
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <Typography variant="body2">
        {[translate('patrons.merge.number', { number }), bornOn && plainDay(language, bornOn), address].filter(Boolean).join(', ')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {status}
      </Typography>
    </div>
  )
}
