import { Box, Card, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { formatDay } from '#console/time/day.ts'
import type { Tried } from '#plugins/rules/contract/answer.ts'
import { visitorWords } from './visitor.ts'

type Rule = Tried['why'][number]

/** Which rules had a say, one sentence each: what it says, whose it is, for which codes and since when. */
export const Why = ({ tried: { why, fineLine, visitor, membership } }: { readonly tried: Tried }) => {
  const translate = useTranslate()
  return (
    <Card sx={{ p: 2.5 }}>
      <Typography variant="h3">{translate('rules.try.why')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1 }}>
        {visitor && <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
          <Typography>{visitorWords(visitor, `${membership.code} ${membership.name}`, translate)}</Typography>
        </Box>}
        {why.map(rule => (
          <Box component="li" key={rule.parameter + (rule.from ?? '') + rule.text}
            sx={{ py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
            <Typography>{rule.title}: <b>{rule.text}</b></Typography>
            <Typography variant="body2" color="textSecondary"><Origin rule={rule} /></Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>{translate(`rules.try.fineLine.${fineLine}`)}</Typography>
    </Card>
  )
}

const Origin = ({ rule: { unitName, whereText, since, by, from, to, notSaved } }: { readonly rule: Rule }) => {
  const translate = useTranslate()
  const language = useLocale()
  const day = (on: string) => formatDay(language, on)
  const words = [
    unitName === null ? translate('rules.try.saidByNobody') : translate('rules.try.saidBy', { unit: unitName }),
    ...(whereText === '' ? [] : [translate('rules.try.for', { where: whereText })]),
    ...(since === null || notSaved ? [] : [translate('rules.try.since', { day: day(since) })]),
    ...(notSaved ? [translate('rules.notSaved')] : []),
    ...(by === null ? [] : [translate('rules.try.by', { name: by })]),
    ...(from && to ? [translate('rules.try.between', { from: day(from), to: day(to) })] : []),
  ]
  return words.join(' · ')
}
