import Flag from '@mui/icons-material/ReportOutlined'
import { Box, Chip, MenuItem, Paper, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ComparedParameter, Distribution } from '#plugins/parameters/contract/answer/compare.ts'

interface SpreadProps {
  readonly parameter: ComparedParameter
  /** What one's own library has, whole. */
  readonly own: unknown
  /** Which library that is. */
  readonly ownName: string
}

const barsMost = 8

/** How the libraries spread over one setting: a bar for each value, one's own marked, and the same in words. */
export const Spread = ({ parameter, own, ownName }: SpreadProps) => {
  const translate = useTranslate()
  const { title, parts } = parameter
  const [shown, setShown] = useState('')
  const part = parts.find(({ name }) => name === shown)
  const ownPart = (own as Readonly<Record<string, unknown>> | null | undefined)?.[shown] ?? null
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="h3">{title}</Typography>
        {parts.length > 0 && (
          <TextField
            select
            variant="standard"
            value={shown}
            onChange={event => setShown(event.target.value)}
            slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': translate('parameters.compare.part', { title }) } } }}
          >
            <MenuItem value="">{translate('parameters.compare.whole')}</MenuItem>
            {parts.map(({ name, title: words }) => <MenuItem key={name} value={name}>{words}</MenuItem>)}
          </TextField>
        )}
      </Box>
      <Bars
        distribution={part?.distribution ?? parameter.distribution}
        own={own === undefined ? undefined : part ? ownPart : own}
        ownName={ownName}
        title={part ? `${title}: ${part.title}` : title}
      />
      <InWords distribution={part?.distribution ?? parameter.distribution} />
    </Paper>
  )
}

/** The values that most have, one's own, and what stands out; the rest is counted together. */
const shownOf = ({ counts }: Distribution, own: unknown) => {
  const mine = JSON.stringify(own)
  if (counts.length <= barsMost) return counts
  const often = counts.toSorted((one, other) => other.count - one.count).slice(0, barsMost - 1)
  return counts.filter(one => often.includes(one) || JSON.stringify(one.value) === mine)
}

interface BarsProps {
  readonly distribution: Distribution
  readonly own: unknown
  readonly ownName: string
  readonly title: string
}

const Bars = ({ distribution, own, ownName, title }: BarsProps) => {
  const translate = useTranslate()
  const shown = shownOf(distribution, own)
  const rest = distribution.counts.length - shown.length
  const most = Math.max(...distribution.counts.map(({ count }) => count), 1)
  const mine = JSON.stringify(own)
  return (
    <Stack component="ul" aria-label={translate('parameters.compare.spread', { title })} sx={{ listStyle: 'none', p: 0, m: 0, gap: 0.5 }}>
      {shown.map(({ value, text, count, outlier }) => {
        const ours = own !== undefined && JSON.stringify(value) === mine
        return (
          <Box
            component="li"
            key={text}
            sx={{ display: 'grid', gridTemplateColumns: 'minmax(4.5rem, 9.5rem) minmax(0, 1fr)', gap: 1, alignItems: 'center' }}
          >
            <Typography variant="body2" sx={{ textAlign: 'right', overflowWrap: 'anywhere', fontWeight: ours ? 700 : 400 }}>
              {text}
            </Typography>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
              <Box
                aria-hidden
                sx={{
                  height: 18, borderRadius: '0 5px 5px 0', flex: '0 1 auto', minWidth: 4,
                  width: `calc((100% - 6.5rem) * ${count / most})`,
                  bgcolor: ours ? 'secondary.main' : 'primary.light',
                  opacity: ours ? 1 : 0.75,
                }}
              />
              <Typography variant="body2" component="span" sx={{ fontWeight: ours ? 700 : 400 }}>{count}</Typography>
              {ours && <Chip size="small" color="secondary" label={translate('parameters.compare.we')} title={ownName} />}
              {outlier && <StandsOut />}
            </Box>
          </Box>
        )
      })}
      {rest > 0 && (
        <Typography component="li" variant="body2" color="textSecondary">
          {translate('parameters.compare.moreValues', { smart_count: rest })}
        </Typography>
      )}
    </Stack>
  )
}

/** What stands out is told by a sign and a word, not by its colour alone. */
export const StandsOut = () => {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, color: 'warning.main', fontWeight: 650, fontSize: '0.8125rem' }}>
      <Flag aria-hidden sx={{ fontSize: '1.05rem' }} />
      {translate('parameters.compare.outlier')}
    </Box>
  )
}

const InWords = ({ distribution: { median, min, max, commonest } }: { readonly distribution: Distribution }) => {
  const translate = useTranslate()
  const told = [
    ...(commonest ? [['commonest', translate('parameters.compare.times', { text: commonest.text, percent: commonest.percent })]] : []),
    ...(median ? [['median', median.text]] : []),
    ...(min && max ? [['range', min.text === max.text ? min.text : translate('parameters.compare.fromTo', { min: min.text, max: max.text })]] : []),
  ] as const
  return (
    <Box component="dl" sx={{ m: 0, mt: 'auto', display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
      {told.map(([name, words]) => (
        <Box key={name}>
          <Typography component="dt" variant="caption" color="textSecondary">{translate(`parameters.compare.${name}`)}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, fontWeight: 650 }}>{words}</Typography>
        </Box>
      ))}
    </Box>
  )
}
