import { Alert, AlertTitle, Box, Skeleton, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { formatCents, formatCount } from '../time/hour.ts'
import type { Preview } from './change.ts'
import { DayChanges } from './DayChanges.tsx'
import { Sentences, spoken } from './Sentences.tsx'
import type { Change } from './useChange.ts'

/** What a change would do: in sentences, in numbers, day by day, and in the words of the website. */
export const ChangePreview = ({ change }: { readonly change: Change }) => {
  const translate = useTranslate()
  const { preview, looking, groundShifted } = change
  return (
    <Box component="section" aria-label={translate('console.change.preview')} aria-busy={looking}>
      <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
        {translate('console.change.preview')}
      </Typography>
      {groundShifted && (
        <Alert severity="warning" role="alert" sx={{ mb: 2 }}>
          {translate('console.change.shifted')}
        </Alert>
      )}
      <Troubles change={change} />
      {preview ? (
        <Box sx={{ opacity: looking ? 0.6 : 1 }}>
          <Told preview={preview} />
          <Wants preview={preview} />
        </Box>
      ) : looking ? (
        <Stack spacing={1}>
          <Skeleton width="80%" />
          <Skeleton width="60%" />
          <Skeleton width="70%" />
        </Stack>
      ) : (
        <Typography color="textSecondary">{translate('console.change.nothing')}</Typography>
      )}
      <Box
        role="status"
        sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {!looking && preview && spoken(preview.sentences)}
      </Box>
    </Box>
  )
}

/** What is still asked of people before this counts. */
export const Wants = ({ preview: { secondPerson, confirms, mayApply, asksReason, agreement } }: { readonly preview: Preview }) => {
  const translate = useTranslate()
  const silent = agreement.filter(({ agrees }) => agrees !== true)
  const wants = [
    ...(secondPerson && mayApply ? ['second'] : []),
    ...(silent.length ? ['libraries'] : []),
    ...(asksReason ? ['past'] : []),
    ...(confirms && mayApply ? ['confirms'] : []),
  ]
  return wants.map(want => (
    <Alert key={want} severity="info" sx={{ mt: 2 }}>
      {translate(`console.change.${want}`, { libraries: silent.map(({ unitName }) => unitName).join(', ') })}
    </Alert>
  ))
}

type Effect = Preview['effects'][number]

interface ToldProps {
  readonly preview: Preview
  /** What is said to whoever may not do this; else that they can ask it. */
  readonly lacking?: ReactNode
}

export const Told = ({ preview, lacking }: ToldProps) => {
  const translate = useTranslate()
  const { sentences, effects, days, website, mayApply, missing } = preview
  return (
    <Stack spacing={2}>
      <Sentences sentences={sentences} />
      {effects.length > 0 && <Effects effects={effects} />}
      {days.length > 0 && <DayChanges days={days} />}
      {website.length > 0 && (
        <Box>
          <Typography variant="overline" component="h4" color="textSecondary">
            {translate('console.change.website')}
          </Typography>
          {website.slice(0, 4).map(({ unit, unitName, text }) => (
            <Box
              key={unit + text}
              component="blockquote"
              sx={{ m: 0, mt: 0.5, pl: 1.5, borderLeft: 4, borderColor: 'primary.light' }}
            >
              <Typography variant="body2" sx={{ fontWeight: 650 }}>
                {unitName}
              </Typography>
              <Typography variant="body2">{text}</Typography>
            </Box>
          ))}
        </Box>
      )}
      {!mayApply && missing.length > 0 && (lacking ?? (
        <Alert severity="info">
          {translate('console.change.mayNot')}
          <Missing preview={preview} />
        </Alert>
      ))}
    </Stack>
  )
}

/** The rights that are missing, each with its unit. */
export const Missing = ({ preview: { missing } }: { readonly preview: Preview }) => {
  const translate = useTranslate()
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {missing.map(({ permission, allows, unit, unitName }) => (
        <li key={permission + unit}>{translate('console.change.missing', { permission: allows, unit: unitName })}</li>
      ))}
    </Box>
  )
}

const Effects = ({ effects }: { readonly effects: readonly Effect[] }) => {
  const translate = useTranslate()
  const language = useLocale()
  /** Most sentences name their number themselves, and what is nothing says so. */
  const counted = ({ text, count, cents }: Effect) =>
    [
      ...(count === null
        ? [translate('console.change.unknown')]
        : count === undefined || count === 0 || /\d/.test(text)
          ? []
          : [formatCount(language, count)]),
      ...(cents === undefined ? [] : [formatCents(language, cents)]),
    ].join(' · ')
  return (
    <Box>
      <Typography variant="overline" component="h4" color="textSecondary">
        {translate('console.change.effects')}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 2, rowGap: 0.5 }}
      >
        {effects.map(effect => [
          <Box component="dt" key={`${effect.code}-text`}>
            {effect.text}
            {effect.sample && effect.sample.length > 0 && (
              <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
                {effect.sample.join(', ')}
              </Typography>
            )}
          </Box>,
          <Box component="dd" key={effect.code} sx={{ m: 0, fontWeight: 650, textAlign: 'right' }}>
            {counted(effect)}
          </Box>,
        ])}
      </Box>
    </Box>
  )
}

const Troubles = ({ change: { faults, problem } }: { readonly change: Change }) => {
  const translate = useTranslate()
  if (faults.length > 0) {
    return (
      <Alert severity="error" role="alert" sx={{ mb: 2 }}>
        <AlertTitle component="h4">{translate('console.change.faults')}</AlertTitle>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {faults.map(({ pointer, code, message }) => (
            <li key={pointer + code + message}>{message}</li>
          ))}
        </Box>
      </Alert>
    )
  }
  if (!problem || problem.code === 'core.ground-shifted' || problem.code === 'core.conflict') return null
  return (
    <Alert severity={problem.isOffline ? 'warning' : 'error'} role="alert" sx={{ mb: 2 }}>
      {problem.isOffline
        ? translate('console.change.retrying')
        : problem.message || translate('console.failed')}
    </Alert>
  )
}
