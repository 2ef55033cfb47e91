import { Button } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import type { Language } from '#core/contract.ts'
import { ActDialog } from '#console/change/ActDialog.tsx'
import { change, newId } from '#console/change/change.ts'
import { isSaid, TextsFields } from '#console/TextsFields.tsx'
import { setTemplate, type Setup, type Template } from '#plugins/change-requests/contract/setup.ts'
import { describeNamed } from './describeNamed.tsx'

interface TemplateDialogProps {
  readonly setup: Setup
  /** None: a new template. */
  readonly code: string | null
  readonly onClose: () => void
}

const empty = { nl: '', en: '', fr: '' }

/** An answer that is often given, in each language that libraries read. */
export const TemplateDialog = ({ setup, code, onClose }: TemplateDialogProps) => {
  const translate = useTranslate()
  const language = useLocale() as Language
  const known = setup.templates.find(one => one.code === code)
  const [own] = useState(() => code ?? `answer-${newId().slice(0, 8)}`)
  const [gone, setGone] = useState(false)
  const [body, setBody] = useState<Template>({ title: known?.title ?? empty, text: known?.text ?? empty })
  const items = useMemo(() => !gone && !(isSaid(body.title) && isSaid(body.text)) ? null
    : [change(setTemplate, { code: own, template: gone ? null : body }, setup.version)], [gone, own, body, setup.version])
  return (
    <ActDialog
      title={known ? translate('requests.setup.edit', { name: known.title[language] }) : translate('requests.setup.add.template')}
      act={translate('console.change.save')} items={items} describe={describeNamed} onClose={onClose}
    >
      <TextsFields label={translate('requests.setup.name')} texts={body.title} onChange={title => setBody({ ...body, title })} />
      <TextsFields label={translate('requests.setup.text')} texts={body.text} most={2000} lines onChange={text => setBody({ ...body, text })} />
      {known && <Button color={gone ? 'primary' : 'error'} onClick={() => setGone(!gone)}>{translate(gone ? 'requests.setup.keep' : 'requests.setup.remove')}</Button>}
    </ActDialog>
  )
}
