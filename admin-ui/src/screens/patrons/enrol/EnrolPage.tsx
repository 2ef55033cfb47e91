import { Button, Card, Stack, Step, StepLabel, Stepper } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type SubmitEvent } from 'react'
import { useNavigate } from 'react-router-dom'
import { languages } from '#core/contract.ts'
import { newId } from '#console/change/change.ts'
import { Waiting } from '#console/frame/Waiting.tsx'
import { call } from '#console/http.ts'
import { Page } from '#console/Page.tsx'
import { useReadAgain } from '#console/reading.ts'
import { asProblem, type Problem } from '#console/problem.ts'
import { Refused } from '#console/Refused.tsx'
import { todayHere } from '#console/time/day.ts'
import { useTrying } from '#console/trying.ts'
import { useUnit, useUnitLink, type UnitRow, type Units } from '#console/unit.ts'
import type { Double, Enrolled } from '#plugins/patrons/contract/enrolment.ts'
import { typedAddress } from '../address.ts'
import { ContactStep } from './ContactStep.tsx'
import { DoublesFound } from './DoublesFound.tsx'
import { MembershipStep } from './MembershipStep.tsx'
import { PersonStep } from './PersonStep.tsx'
import { numberOf, personOf, type Wish } from './wish.ts'

const steps = ['person', 'contact', 'membership'] as const
const contactFields = ['addresses', 'phones', 'email', 'language', 'contacts']

/** The screen on which a fault is mended; what a library asks is known once the type is. */
const stepOf = ({ pointer }: Problem['faults'][number]): number => {
  const [, first = '', field = ''] = (pointer ?? '').split('/')
  if (first === 'nationalNumber') return 0
  if (first !== 'person') return 2
  return contactFields.includes(field) ? 1 : 0
}

/** Somebody becomes a member, in three screens: who they are, how they are reached, and what they become. */
const EnrolPage = () => {
  const { unit, units } = useUnit()
  return unit && units ? <Enrol unit={unit} units={units} /> : <Waiting />
}

/** The branch one stands at, else the first below; whoever enrols may choose another. */
const branchAt = (unit: UnitRow, units: Units): string => {
  if (unit.type === 'branch' || unit.type === 'bookmobile') return unit.id
  for (const below of units.below.get(unit.id) ?? []) {
    const found = branchAt(below, units)
    if (found !== '') return found
  }
  return ''
}

const Enrol = ({ unit, units }: { readonly unit: UnitRow; readonly units: Units }) => {
  const translate = useTranslate()
  const locale = useLocale()
  const navigate = useNavigate()
  const link = useUnitLink()
  const readAgain = useReadAgain()
  const [ids] = useState(() => ({ membership: newId(), person: newId() }))
  const [at, setAt] = useState(0)
  const [doubles, setDoubles] = useState<readonly Double[] | null>(null)
  const [wish, setWish] = useState<Wish>({
    kind: 'person', familyName: '', firstName: '', bornOn: '', sex: '', nationalNumber: '', address: typedAddress(), phone: '', email: '',
    language: languages.find(one => one === locale) ?? 'nl', contact: '', branch: branchAt(unit, units), type: '', card: '', onto: null, different: false,
  })
  const { busy, problem, trying, forget } = useTrying()
  const set = (part: Partial<Wish>) => setWish(before => ({ ...before, ...part }))
  const go = (step: number) => {
    forget()
    setAt(step)
  }
  const choose = (part: Pick<Wish, 'onto' | 'different'>) => {
    set(part)
    setDoubles(null)
    go(part.onto ? 2 : 1)
  }
  const lookUp = () =>
    trying(async () => {
      const { kind, familyName, bornOn, branch } = wish
      const body = { kind, familyName: familyName.trim(), branch, ...(bornOn && { bornOn }), ...numberOf(wish) }
      const { data } = await call<{ data: readonly Double[] }>('/patrons/doubles', { method: 'POST', body })
      if (data.length > 0) setDoubles(data)
      else choose({ onto: null, different: false })
    })
  const enrol = () =>
    trying(async () => {
      const { branch, type, card, onto, different } = wish
      const body = {
        id: ids.membership, branch, type, person: personOf(wish, ids.person, todayHere()), card: card.trim().toUpperCase() || 'generated',
        ...numberOf(wish), ...(onto && { onto: onto.id }), ...(different && { different }),
      }
      const { person } = await call<Enrolled>('/patrons', { method: 'POST', body }).catch((error: unknown) => {
        setAt(Math.min(at, ...asProblem(error).faults.map(stepOf)))
        throw error
      })
      await readAgain()
      await navigate(link(`/patrons/${person}`))
    })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (at === 0) void lookUp()
    else if (at === 1) go(2)
    else void enrol()
  }
  const part = { wish, set, problem }
  return (
    <Page title={translate('patrons.enrol.title')} intro={translate('patrons.enrol.intro')}>
      <Stepper activeStep={at} sx={{ flexWrap: 'wrap', rowGap: 1 }} aria-label={translate('patrons.enrol.steps')}>
        {steps.map(step => (
          <Step key={step}>
            <StepLabel>{translate(`patrons.enrol.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Card component="form" onSubmit={submit as never} sx={{ p: { xs: 2, sm: 3 }, maxWidth: 860 }} aria-label={translate(`patrons.enrol.${steps[at] ?? 'person'}`)}>
        <Stack spacing={2.5}>
          <Refused problem={problem} faults />
          {at === 0 && <PersonStep {...part} />}
          {at === 0 && doubles && <DoublesFound doubles={doubles} onChoose={choose} />}
          {at === 1 && <ContactStep {...part} />}
          {at === 2 && <MembershipStep {...part} />}
          <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', justifyContent: 'space-between' }}>
            <Button disabled={at === 0 || busy} onClick={() => go(wish.onto ? 0 : at - 1)}>
              {translate('patrons.enrol.back')}
            </Button>
            {!(at === 0 && doubles) && (
              <Button type="submit" variant="contained" loading={busy} disabled={at === 2 && wish.type === ''}>
                {translate(at === 2 ? 'patrons.enrol.act' : 'patrons.enrol.next')}
              </Button>
            )}
          </Stack>
        </Stack>
      </Card>
    </Page>
  )
}

export default EnrolPage
