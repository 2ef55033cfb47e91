import { Button, Checkbox, FormControlLabel } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { isSaid, TextsFields } from '#console/TextsFields.tsx'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change } from '#console/change/change.ts'
import { setHoursKind } from '#plugins/branches/contract/change.ts'
import type { HoursKind } from '#plugins/branches/contract/hours.ts'
import { CodeField } from './CodeField.tsx'
import { describeList } from './describeList.tsx'

interface KindDialogProps {
  /** Null: a new one. */
  readonly kind: HoursKind | null
  readonly seen: number
  readonly onClose: () => void
}

const fresh: HoursKind = { code: '', name: { nl: '', en: '', fr: '' }, countsAsOpen: false }

/** Adds a kind of hours for the region, or changes what it is called and whether it counts as open. */
export const KindDialog = ({ kind, seen, onClose }: KindDialogProps) => {
  const translate = useTranslate()
  const [form, setForm] = useState(kind ?? fresh)
  const [gone, setGone] = useState(false)
  const items = useMemo(() => {
    const complete = /^[a-z][a-z0-9-]{1,40}$/.test(form.code) && isSaid(form.name)
    const same = !gone && JSON.stringify(form) === JSON.stringify(kind)
    return complete && !same
      ? [change(setHoursKind, { code: form.code, kind: gone ? null : form }, seen)]
      : null
  }, [form, gone, kind, seen])
  return (
    <ActDialog
      title={translate(kind ? 'branches.lists.editKind' : 'branches.lists.addKind')}
      act={translate('console.change.save')}
      items={items}
      describe={describeList}
      onClose={onClose}
    >
      <CodeField value={form.code} fixed={kind !== null} onChange={code => setForm({ ...form, code })} />
      <TextsFields beside
        label={translate('branches.lists.name')}
        texts={form.name}
        onChange={name => setForm({ ...form, name })}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={form.countsAsOpen}
            onChange={(_, countsAsOpen) => setForm({ ...form, countsAsOpen })}
          />
        }
        label={translate('branches.lists.counts')}
      />
      {kind && (
        <div>
          <Button color={gone ? 'primary' : 'error'} onClick={() => setGone(!gone)}>
            {translate(gone ? 'branches.lists.keep' : 'branches.lists.remove')}
          </Button>
        </div>
      )}
    </ActDialog>
  )
}
