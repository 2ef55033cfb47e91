import { expect, test } from 'vitest'
import { Installation } from '#core/installation.ts'
import { readSettings } from '#core/settings.ts'

const read = (environment: Record<string, string>) => readSettings(environment, [])

test('a mail server is named with an address and a sender', () => {
  expect(read({ SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: 'Filiaal <filiaal@library.example>' }).mailServer)
    .toEqual({ url: 'smtps://u:p@mail.example:465', from: 'Filiaal <filiaal@library.example>' })
  expect(read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'filiaal@library.example' }).mailServer?.from)
    .toBe('filiaal@library.example')
  expect(read({ MAIL_FROM: 'filiaal@library.example' }).mailServer).toBeNull()
})

test.each([
  [{ SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'https://u:geheim@mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtps://u:geheim@mail.example' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://u:geheim@mail.example', MAIL_FROM: 'Filiaal' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtps://u:geheim@mail.example', MAIL_FROM: 'a@b.example\r\nBcc: all@b.example' }, 'MAIL_FROM'],
])('a start with %o says in one line what is wrong, and no password', (environment, named) => {
  const said = (() => {
    try { return String(read(environment)) } catch (failure) { return (failure as Error).message }
  })()
  expect(said).toContain(named)
  expect(said).not.toMatch(/geheim|\n/)
})

test('a demo or a practice region never mails anybody', () => {
  const mailServer = { url: 'smtp://mail.example', from: 'a@b.example' }
  const of = (kind: 'demo' | 'practice' | 'live') => new Installation({ knex: {} as never, job: {} as never, registry: {} as never, kind, mailServer })
  expect([of('demo').mailServer, of('practice').mailServer, of('live').mailServer]).toEqual([null, null, mailServer])
})
