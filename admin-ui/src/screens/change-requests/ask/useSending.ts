import { useTranslate } from 'ra-core'
import { useNotify } from 'ra-core'
import { useRef } from 'react'
import { newId } from '#console/change/change.ts'
import { inBase64 } from '#console/file.ts'
import { call } from '#console/http.ts'
import { asProblem } from '#console/problem.ts'
import { useReadAgain } from '#console/reading.ts'
import { whenConfirmed } from '#console/sign-in/confirm.ts'
import { useTrying } from '#console/trying.ts'
import type { NewRequest, OneRequest } from '../answers.ts'

/** Sends a request, or keeps it as a draft, with its attachments; one that was sent twice is one. */
export const useSending = () => {
  const translate = useTranslate()
  const notify = useNotify()
  const readAgain = useReadAgain()
  const { trying, busy, problem } = useTrying()
  const under = useRef(new Map<File, string>())
  const attach = async (request: string, file: File) => {
    const id = under.current.get(file) ?? newId()
    under.current.set(file, id)
    try {
      await call(`/requests/${request}/files`, { method: 'POST', body: { id, name: file.name, content: await inBase64(file) } })
    } catch (error) {
      notify(translate('requests.ask.notAttached', { name: file.name, why: asProblem(error).faults[0]?.message ?? asProblem(error).message }), { type: 'error' })
    }
  }
  /** Answers the request as it then stands, or null when it was not sent. */
  const send = async (body: NewRequest, files: readonly File[]): Promise<OneRequest | null> => {
    let request: OneRequest | null = null
    const done = await trying(async () => {
      request = await whenConfirmed(() => call<OneRequest>('/requests', { method: 'POST', body }))
      for (const file of files) await attach(body.id, file)
      await readAgain()
    })
    return done ? request : null
  }
  return { send, busy, problem }
}
