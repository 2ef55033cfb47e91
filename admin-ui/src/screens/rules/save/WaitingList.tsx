import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { ANY } from '#core/contract.ts'
import { usePeriod } from '#console/time/usePeriod.ts'
import { columnNamed, shortName } from '../method.ts'
import { waitingKey, type AllWaiting } from '../grid/waiting.ts'
import { fateOf, seasonOf } from './target.ts'
import type { When } from './when.ts'

/** Each cell that changes: what stood there, what comes, and what the server says against it. */
export const WaitingList = ({ all, when }: { readonly all: AllWaiting; readonly when: When }) => {
  const translate = useTranslate()
  const period = usePeriod()
  const usually = seasonOf(when) === null
  const faultAt = useFaultAt()
  const listed = Object.values(all)
  const words = (code: string) => (code === ANY ? translate('rules.any') : code)
  return (
    <Box sx={{ maxHeight: 260, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }} tabIndex={0}
      role="region" aria-label={translate('rules.save.list')}>
      <Box component="table" sx={{ width: 1, borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', '& td, & th': { textAlign: 'left', px: 1.5, py: 0.75, borderBottom: 1, borderColor: 'divider', fontSize: '0.9rem' } }}>
        <thead>
          <tr>
            <th scope="col">{translate('rules.save.cell')}</th>
            <th scope="col">{translate('console.change.before')}</th>
            <th scope="col">{translate('console.change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((waiting, n) => {
            const { method, membership, material, text } = waiting
            const { before, stays, drops } = fateOf(waiting, when)
            const beside = [
              ...(usually ? [] : [translate('rules.save.keptUsual', { text: waiting.before })]),
              ...stays.map(word => translate('rules.save.kept', { text: word.text, days: word.days })),
            ]
            const fault = faultAt(`/items/${n}/payload`)
            const column = columnNamed(method)
            return (
              <tr key={waitingKey(waiting)}>
                <th scope="row" style={{ fontWeight: 400 }}>
                  <b>{words(membership)} × {words(material)}</b>
                  {column && <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
                    {translate(`rules.method.${shortName(column)}.tab`)}
                  </Typography>}
                  {beside.map(line => <Typography key={line} variant="caption" color="textSecondary" sx={{ display: 'block' }}>{line}</Typography>)}
                  {drops.map(word => (
                    <Typography key={word.from} variant="caption" sx={{ display: 'block', fontWeight: 650 }}>
                      {translate('rules.save.drops', { text: word.text, when: period(word, when.from) })}
                    </Typography>
                  ))}
                  {fault && <Typography variant="caption" color="error" sx={{ display: 'block' }}>{fault}</Typography>}
                </th>
                <td>{before ?? translate('rules.save.noSeason')}</td>
                <td><b>{text ?? translate(usually ? 'rules.givenBack' : 'rules.save.seasonGone')}</b></td>
              </tr>
            )
          })}
        </tbody>
      </Box>
    </Box>
  )
}
