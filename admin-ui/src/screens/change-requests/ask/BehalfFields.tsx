import { Autocomplete, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Language, UnitId } from '#core/contract.ts'
import { useFaultAt } from '#console/change/ActDialogFault.tsx'
import { LanguageField } from '#console/LanguageField.tsx'
import type { Fault } from '#console/problem.ts'
import { useReading } from '#console/reading.ts'
import { Section } from '#console/Section.tsx'
import type { Behalf } from './filling.ts'
import { FewField } from './question/FewField.tsx'

interface Person {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly language: Language
}

interface BehalfFieldsProps {
  readonly unit: UnitId
  readonly value: Behalf
  readonly onChange: (value: Behalf) => void
}

const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())

/** What the helpdesk has not said yet of whoever asks. */
export const behalfFaults = ({ name, address }: Behalf, translate: (key: string) => string): readonly Fault[] =>
  [['name', name.trim() !== ''], ['address', isAddress(address)]].flatMap(([field, said]) => said ? []
    : [{ code: 'change-requests.unanswered', pointer: `/onBehalfOf/${field}`, message: translate(`requests.behalf.missing.${field}`) }])

/** Who asked it, and how: somebody who signs in here, or anybody with a name and an e-mail address. */
export const BehalfFields = ({ unit, value, onChange }: BehalfFieldsProps) => {
  const translate = useTranslate()
  const fault = useFaultAt()
  const { data } = useReading<{ data: readonly Person[] }>('/requests/askers', { unit })
  const set = (next: Partial<Behalf>) => onChange({ ...value, ...next })
  const { staff, name, address, language, channel, pasted } = value
  const channels = (['phone', 'mail'] as const).map(one => [one, translate(`requests.behalf.channel.${one}`)] as const)
  return (
    <Section title={translate('requests.behalf.who')} intro={translate('requests.behalf.whoIntro')}>
      <Stack spacing={2.5}>
        <Autocomplete<Person, false, false, true>
          freeSolo
          options={[...(data?.data ?? [])]}
          inputValue={name}
          getOptionLabel={one => typeof one === 'string' ? one : one.name}
          getOptionKey={one => typeof one === 'string' ? one : one.id}
          onInputChange={(_, typed, why) => { if (why === 'input' || why === 'clear') set({ name: typed, staff: null }) }}
          onChange={(_, one) => {
            if (one !== null && typeof one !== 'string') set({ staff: one.id, name: one.name, address: one.address, language: one.language })
          }}
          renderInput={params => (
            <TextField {...params} label={translate('requests.behalf.name')} error={fault('/onBehalfOf/name') !== undefined}
              helperText={fault('/onBehalfOf/name') ?? translate(staff ? 'requests.behalf.known' : 'requests.behalf.nameHint')} />
          )}
        />
        <TextField type="email" label={translate('requests.behalf.address')} value={address} onChange={event => set({ address: event.target.value })}
          error={fault('/onBehalfOf/address') !== undefined} helperText={fault('/onBehalfOf/address')} slotProps={{ htmlInput: { maxLength: 254, autoComplete: 'off' } }} />
        <LanguageField value={language} onChange={next => set({ language: next })} />
        <FewField title={translate('requests.behalf.how')} hint={undefined} choices={channels} value={channel}
          onChange={next => set({ channel: next === 'mail' ? 'mail' : 'phone' })} place="/channel" />
        {channel === 'mail' && (
          <TextField label={translate('requests.behalf.pasted')} helperText={translate('requests.behalf.pastedHint')} value={pasted}
            onChange={event => set({ pasted: event.target.value })} multiline minRows={4} maxRows={14} slotProps={{ htmlInput: { maxLength: 20_000 } }} />
        )}
      </Stack>
    </Section>
  )
}
