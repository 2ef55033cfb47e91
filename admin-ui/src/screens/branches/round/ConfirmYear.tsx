import { Alert, AlertTitle, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useMemo, useState } from 'react'
import { ActDialog } from '#console/change/ActDialog.tsx'
import type { ChangeItem, Preview } from '#console/change/change.ts'
import { close, type Close } from '#plugins/branches/contract/change.ts'
import { describeClosing } from '../close/describeClosing.tsx'

interface ConfirmYearProps {
  readonly items: readonly ChangeItem[]
  readonly year: number
  readonly name: string
  readonly onSaved: () => void
  readonly onClose: () => void
}

type Question = Preview['questions'][number]
/** Branches below that set these days themselves: leave them so, or make them follow. */
type Word = 'leave' | 'also'

const answered = (items: readonly ChangeItem[], questions: readonly Question[], word: Word | null) => {
  if (word === null) return items
  const units = [...new Set(questions.flatMap(question => question.units.map(({ id }) => id)))]
  return items.map(item =>
    item.kind === close.name ? { ...item, payload: { ...(item.payload as Close), [word]: units } } : item,
  )
}

/** The library's word on a year, with everything that changes by it: one set, put back as one. */
export const ConfirmYear = ({ items, year, name, onSaved, onClose }: ConfirmYearProps) => {
  const translate = useTranslate()
  const [asked, setAsked] = useState<readonly Question[]>([])
  const [word, setWord] = useState<Word | null>(null)
  const sent = useMemo(() => answered(items, asked, word), [items, asked, word])
  return (
    <ActDialog
      title={translate('branches.round.confirmTitle', { year, name })}
      act={translate('branches.round.confirm', { year })}
      items={sent}
      describe={describeClosing}
      onSaved={onSaved}
      onClose={onClose}
      blocked={asked.length > 0 && word === null}
      asks={questions => (
        <Below questions={questions} asked={asked} word={word} onAsked={setAsked} onWord={setWord} />
      )}
    >
      <Typography>{translate('branches.round.confirmIntro', { year })}</Typography>
      <Typography color="textSecondary">{translate('branches.round.confirmAfter')}</Typography>
    </ActDialog>
  )
}

interface BelowProps {
  readonly questions: readonly Question[]
  readonly asked: readonly Question[]
  readonly word: Word | null
  readonly onAsked: (questions: readonly Question[]) => void
  readonly onWord: (word: Word) => void
}

/** Once asked stays asked, so that the word can be taken back. */
const Below = ({ questions, asked, word, onAsked, onWord }: BelowProps) => {
  const translate = useTranslate()
  useEffect(() => {
    if (questions.length > 0 && asked.length === 0) onAsked(questions)
  }, [questions, asked, onAsked])
  if (asked.length === 0) return null
  return (
    <Alert severity="warning" sx={{ mb: 3 }}>
      <AlertTitle component="h4">{translate('branches.round.below.title')}</AlertTitle>
      {asked.map(({ code, text, units }) => (
        <Typography key={code} variant="body2" sx={{ mb: 1 }}>
          {text} <strong>{[...new Set(units.map(unit => unit.name))].join(', ')}</strong>
        </Typography>
      ))}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={word}
        aria-label={translate('branches.round.below.title')}
        onChange={(_, next: Word | null) => {
          if (next) onWord(next)
        }}
      >
        {(['leave', 'also'] as const).map(one => (
          <ToggleButton key={one} value={one}>
            {translate(`branches.round.below.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Alert>
  )
}
