import { Alert, Autocomplete, Box, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useRef } from 'react'
import { Answered } from '#console/Answered.tsx'
import { useAsked } from '#console/asked.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import { DayField } from '#console/time/DayField.tsx'
import { isDay, todayHere } from '#console/time/day.ts'
import { UnitField } from '#console/unit-picker/UnitField.tsx'
import { plain } from '#console/plain.ts'
import { pathOf, type UnitRow, type Units } from '#console/unit.ts'
import type { UnitType } from '#core/contract.ts'
import type { Lines } from '#plugins/rules/contract/answer.ts'
import { loanRule } from '#plugins/rules/contract/method.ts'
import type { AllWaiting } from '../grid/waiting.ts'
import { firstCodes, inUse, type Codes } from './first.ts'
import { useLastTried } from './last.ts'
import { Tries } from './Tries.tsx'

type Code = Lines['memberships'][number]

interface TryOutProps {
  readonly unit: UnitRow
  readonly units: Units
  /** What was typed in the grid and is not saved yet. */
  readonly waiting: AllWaiting
}

const lending: readonly UnitType[] = ['branch', 'bookmobile', 'stop']

/** Where one can borrow here: the unit itself, or the branches below it, those with hours first. */
const places = (units: Units, unit: UnitRow) =>
  lending.includes(unit.type) ? [unit] : units.all.filter(({ id, type }) =>
    type === 'branch' && pathOf(units, id).some(above => above.id === unit.id))
    .toSorted((one, other) => Number(other.needsHours) - Number(one.needsHours))

const isLibrary = ({ type }: UnitRow) => type === 'library'

/** The libraries of the same group of level 3: their members borrow here without enrolling. */
const partnersOf = (units: Units, branch: UnitRow) => {
  const groups = pathOf(units, branch.id).filter(({ level }) => level?.startsWith('3'))
  const lends = pathOf(units, branch.id)
  return units.all.filter(one => isLibrary(one) && !lends.includes(one) && pathOf(units, one.id).some(above => groups.includes(above)))
}

/** The library where the borrower is a member, where that is not the one that lends. */
const homeOf = (units: Units, asked: string, branch: UnitRow | undefined) => {
  const home = units.byId.get(asked)
  const lends = branch !== undefined && pathOf(units, branch.id).some(({ id }) => id === asked)
  return home && isLibrary(home) && !lends ? home : undefined
}

/** A loan tried out on the rules that hold: who, what, where and when; and what would come of it, and why. */
export const TryOut = ({ unit, units, waiting }: TryOutProps) => {
  const translate = useTranslate()
  const heading = useRef<HTMLHeadingElement>(null)
  const { asked, ask } = useAsked()
  const day = isDay(asked('loan')) ? asked('loan') : todayHere()
  const branches = places(units, unit)
  const branch = branches.find(({ id }) => id === asked('branch')) ?? branches[0]
  const lines = useReading<Lines>('/rules/lines', { unit: branch?.id, day, method: loanRule.name }, { enabled: branch !== undefined })
  const home = homeOf(units, asked('home'), branch)
  const partners = branch ? partnersOf(units, branch) : []
  const { last, keep } = useLastTried(branch?.id)
  const theirs = useReading<Lines>('/rules/lines', { unit: home?.id, day, method: loanRule.name }, { enabled: home !== undefined })
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <Box component="section" aria-labelledby="try-out">
      <Typography id="try-out" variant="h2" ref={heading} tabIndex={-1} sx={{ '&:focus': { outline: 'none' } }}>
        {translate('rules.try.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mt: 0.5, mb: 2.5, maxWidth: '75ch' }}>{translate('rules.try.intro')}</Typography>
      {!branch ? <Nothing>{translate('rules.try.noBranch')}</Nothing> : (
      <Answered reading={lines}>
        {here => {
          const [types, kinds] = [(theirs.data ?? here).memberships, here.materials].map(inUse) as [Code[], Code[]]
          const first = firstCodes(theirs.data ?? here)
          const chosen = (codes: readonly Code[], name: keyof Codes) =>
            codes.find(({ code }) => code === asked(name))
            ?? codes.find(({ code, persons }) => code === last?.[name] && persons !== false)
            ?? codes.find(({ code }) => code === first?.[name])
          const [membership, material] = [chosen(types, 'membership'), chosen(kinds, 'material')]
          const choose = (codes: Partial<Codes>) => {
            ask(codes)
            if (membership && material) keep({ membership: membership.code, material: material.code, ...codes })
          }
          return (
            <Stack spacing={3}>
              <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', md: 'repeat(3, minmax(0, 1fr))' } }}>
                <CodeField label={translate('rules.try.membership')} codes={types} value={membership} onChange={code => choose({ membership: code })} />
                <CodeField label={translate('rules.try.material')} codes={kinds} value={material} onChange={code => choose({ material: code })} />
                {partners.length > 0 && (
                  <UnitField
                    label={translate('rules.try.home')}
                    value={home?.id ?? null}
                    only={one => partners.includes(one)}
                    hint={translate('rules.try.homeHint')}
                    onChange={id => ask({ home: id })}
                  />
                )}
                <UnitField
                  label={translate('rules.try.branch')}
                  value={branch.id}
                  only={one => branches.includes(one)}
                  onChange={id => ask({ branch: id })}
                />
                <DayField label={translate('rules.try.loanDay')} value={day} onChange={loan => ask({ loan })} />
                <DayField
                  label={translate('rules.try.returned')}
                  value={asked('returned')}
                  onChange={returned => ask({ returned })}
                  near={day}
                  emptyHint={translate('rules.try.returnedHint')}
                />
              </Box>
              {membership && material
                ? <Tries
                  asked={{ unit: branch.id, home: home?.id, membership: membership.code, material: material.code, day }}
                  returned={asked('returned')}
                  of={unit.id}
                  waiting={waiting}
                />
                : <Alert severity="info">{translate('rules.noTypes')}</Alert>}
            </Stack>
          )
        }}
      </Answered>
      )}
    </Box>
  )
}

interface CodeFieldProps {
  readonly label: string
  readonly codes: readonly Code[]
  readonly value: Code | undefined
  readonly onChange: (code: string) => void
}

/** One type, found by its code or its name. */
const CodeField = ({ label, codes, value, onChange }: CodeFieldProps) => {
  const translate = useTranslate()
  return (
    <Autocomplete
      options={[...codes]}
      {...(value ? { value } : {})}
      disableClearable
      onChange={(_, code) => onChange(code.code)}
      getOptionLabel={({ code, name }) => `${code} ${name}`}
      getOptionKey={({ code }) => code}
      isOptionEqualToValue={(one, other) => one.code === other.code}
      filterOptions={(all, { inputValue, getOptionLabel }) =>
        all.filter(one => plain(getOptionLabel(one)).includes(plain(value && inputValue === getOptionLabel(value) ? '' : inputValue.trim())))}
      noOptionsText={translate('rules.nothingFound')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      renderInput={params => <TextField {...params} label={label} />}
    />
  )
}
