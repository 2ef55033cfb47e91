import { Box, Button, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { ChangePreview } from '#console/change/ChangePreview.tsx'
import { useChange } from '#console/change/useChange.ts'
import { Nothing } from '#console/Nothing.tsx'
import { useReading } from '#console/reading.ts'
import { isDay } from '#console/time/day.ts'
import { DayField } from '#console/time/DayField.tsx'
import { readTyped, typedOf, type Typed } from '#console/value/typed.ts'
import { ValueField } from '#console/value/ValueField.tsx'
import type { Shape } from '#console/value/shape.ts'
import type { OneRequest } from '../../answers.ts'
import type { AdjustProps } from './Adjust.tsx'
import { AdjustFrame } from './AdjustFrame.tsx'

type Definition = Shape & { readonly name: string; readonly title: string }
interface Payload { readonly parameter?: string; readonly from?: string | null; readonly value?: unknown }
interface Mended { readonly from?: string; readonly value?: Typed; readonly out?: boolean }
type ItemProps = {
  readonly item: OneRequest['items'][number]
  readonly n: number
  readonly definition: Definition | undefined
  readonly mended: Mended
  readonly onChange: (mended: Mended) => void
}

const nothing = () => {}
const payloadOf = ({ payload }: OneRequest['items'][number]) => payload as Payload

/** What a screen left behind, value by value: another value, another day, or left out. */
export const AdjustItems = (props: AdjustProps) => {
  const { request: { items, passed } } = props
  const translate = useTranslate()
  const { data } = useReading<{ data: readonly Definition[] }>('/parameters/definitions', {}, { staleTime: 300_000 })
  const [all, setAll] = useState<readonly Mended[]>(() => items.map(item => {
    const { from } = payloadOf(item)
    return passed && from === passed.asked ? { from: passed.from } : {}
  }))
  const definitionOf = (item: OneRequest['items'][number]) => data?.data.find(({ name }) => item.kind === 'parameters.set' && name === payloadOf(item).parameter)
  const read = items.map((item, n) => itemOf(item, definitionOf(item), all[n] ?? {}))
  const ready = read.every(one => one !== 'wrong')
  const kept = read.flatMap(one => one === 'wrong' || one === null ? [] : [one])
  const change = useChange(ready && kept.length > 0 ? kept : null, { onDone: nothing })
  if (items.length === 0) return <Nothing>{translate('requests.adjust.tooMany')}</Nothing>
  return (
    <AdjustFrame {...props} sent={ready && kept.length > 0 ? { items: kept } : null} faults={[]}
      preview={<ChangePreview change={change} />}>
      <Stack component="ul" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {items.map((item, n) => (
          <li key={item.sentence + String(n)}>
            <OneItem item={item} n={n} definition={definitionOf(item)} mended={all[n] ?? {}}
              onChange={next => setAll(before => before.map((one, at) => at === n ? next : one))} />
          </li>
        ))}
      </Stack>
    </AdjustFrame>
  )
}

/** The item as it then goes to the door; null: left out. */
function itemOf(item: OneRequest['items'][number], definition: Definition | undefined, { from, value, out }: Mended) {
  if (out) return null
  const read = definition && value !== undefined ? readTyped(definition, value) : undefined
  if ((from !== undefined && !isDay(from)) || read?.wrong !== undefined) return 'wrong'
  return { kind: item.kind, payload: { ...item.payload as object, ...(from === undefined ? {} : { from }), ...(read && { value: read.value }) } }
}

const OneItem = ({ item, n, definition, mended, onChange }: ItemProps) => {
  const translate = useTranslate()
  const { from, value } = payloadOf(item)
  return (
    <Box role="group" aria-label={item.sentence} sx={{ pl: 1.5, borderLeft: 4, borderColor: 'divider' }}>
      <Typography sx={{ textDecoration: mended.out ? 'line-through' : 'none' }}>{item.sentence}</Typography>
      {!mended.out && (
        <Stack spacing={2} sx={{ mt: 1.5 }}>
          {definition && value !== null && (
            <ValueField shape={definition} title={definition.title} value={mended.value ?? typedOf(definition, value)}
              onChange={next => onChange({ ...mended, value: next })} place={`/items/${n}/payload/value`} />
          )}
          {typeof from === 'string' && (
            <DayField label={translate('requests.ask.from')} value={mended.from ?? from} onChange={next => onChange({ ...mended, from: next })}
              place={`/items/${n}/payload/from`} />
          )}
        </Stack>
      )}
      <Button size="small" sx={{ mt: 0.5 }} onClick={() => onChange({ ...mended, out: !mended.out })}>
        {translate(mended.out ? 'requests.adjust.putIn' : 'requests.adjust.leaveOut')}
      </Button>
    </Box>
  )
}
