import { Alert, AlertTitle, Button, LinearProgress, Stack, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router-dom'
import type { Texts } from '#core/contract.ts'
import { newId } from '#console/change/change.ts'
import { call } from '#console/http.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import { formatCount } from '#console/time/hour.ts'
import { useUnitLink } from '#console/unit.ts'
import type { Report, Row, Run } from './file.ts'
import { Remarks } from './Remarks.tsx'

interface ApplyingProps {
  readonly id: string
  readonly name: string
  readonly confirmed: readonly Row[]
  readonly reason: string
  readonly onAgain: () => void
}

const pause = (milliseconds: number) =>
  new Promise(done => {
    setTimeout(done, milliseconds)
  })

/** Starts the run, follows it, and keeps asking through a lost line; the id makes a repeat the same run. */
const useRun = ({ id, confirmed, reason }: ApplyingProps) => {
  const readAgain = useReadAgain()
  const [own] = useState(newId)
  const [run, setRun] = useState<Run | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const asking = async <T,>(ask: () => Promise<T>): Promise<T> => {
      for (;;) {
        try {
          return await ask()
        } catch (error) {
          if (stop.signal.aborted || !asProblem(error).isOffline) throw error
          await pause(2000)
        }
      }
    }
    const body = {
      id: own,
      confirmedRows: confirmed,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    }
    const follow = async () => {
      let now = await asking(() =>
        call<Run>(`/imports/${id}/apply`, { method: 'POST', body, signal: stop.signal }),
      )
      while (!stop.signal.aborted) {
        setRun(now)
        if (now.state === 'done' || now.state === 'failed') break
        await pause(700)
        now = await asking(() => call<Run>(`/runs/${own}`, { signal: stop.signal }))
      }
      if (!stop.signal.aborted) await readAgain()
    }
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) setProblem(asProblem(error))
    })
    return () => stop.abort()
    // The run is started once, with what was chosen then.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return { run, problem }
}

/** A file being taken over, and what came of it. */
export const Applying = (props: ApplyingProps) => {
  const translate = useTranslate()
  const { run, problem } = useRun(props)
  const over = run?.state === 'done' || run?.state === 'failed'
  // All rows are one change: until it is made there is no part of it to show.
  const part = run?.total && run.done > 1 ? (100 * run.done) / run.total : undefined
  return (
    <Section
      title={translate(over ? 'branches.exchange.over' : 'branches.exchange.applying', { name: props.name })}
    >
      <Stack spacing={2}>
        {problem && (
          <Alert severity="error" role="alert">
            {problem.message || translate('console.failed')}
          </Alert>
        )}
        {!over && !problem && (
          <div role="status">
            <LinearProgress
              aria-label={translate('branches.exchange.applying', { name: props.name })}
              variant={part === undefined ? 'indeterminate' : 'determinate'}
              value={part ?? 0}
              sx={{ height: 10, borderRadius: 5, mb: 1 }}
            />
            <Typography color="textSecondary">{translate('branches.exchange.mayLeave')}</Typography>
          </div>
        )}
        {run?.state === 'done' && <Done report={run.report as Report} />}
        {run?.state === 'failed' && <Failed report={run.report as FailedReport} />}
        {(over || problem) && (
          <div>
            <Button variant="outlined" onClick={props.onAgain}>
              {translate('branches.exchange.another')}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  )
}

const Done = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate()
  const language = useLocale()
  const link = useUnitLink()
  return (
    <>
      <Alert
        severity={report.applied > 0 ? 'success' : 'info'}
        role="alert"
        action={
          report.set ? (
            <Button color="inherit" size="small" component={Link} to={link('/history')}>
              {translate('branches.exchange.inHistory')}
            </Button>
          ) : undefined
        }
      >
        {translate('branches.exchange.applied', {
          smart_count: report.applied,
          count: formatCount(language, report.applied),
          rows: formatCount(language, report.rows),
        })}
      </Alert>
      {report.held.length > 0 && (
        <>
          <Typography variant="h3">{translate('branches.exchange.stillHeld')}</Typography>
          <Remarks remarks={report.held} />
        </>
      )}
      {report.faults.length > 0 && (
        <>
          <Typography variant="h3">{translate('branches.exchange.faults')}</Typography>
          <Remarks remarks={report.faults} />
        </>
      )}
    </>
  )
}

interface FailedReport {
  readonly title: Texts
  readonly faults?: readonly { readonly message: Texts }[]
}

const Failed = ({ report: { title, faults = [] } }: { readonly report: FailedReport }) => {
  const language = useLocale() as keyof Texts
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>{title[language]}</AlertTitle>
      {faults.slice(0, 20).map(({ message }, at) => (
        <div key={at}>{message[language]}</div>
      ))}
    </Alert>
  )
}
