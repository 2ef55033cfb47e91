import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { setPassword } from '#core/session.ts'
import { StaffRow } from '#core/staff.ts'
import type { UnitId } from '#core/contract.ts'
import { inWork, SYSTEM_ACTOR } from '#core/work.ts'
import type { Opened, Staff } from '../installation.ts'

export const PASSWORD = 'drie woorden over regen'
const asSystem = { actor: SYSTEM_ACTOR, language: 'nl' as const }

/** A colleague with an address and a password. */
export async function personOf(here: Opened, role = 'desk', unit?: UnitId): Promise<Staff & { email: string }> {
  const staff = await here.staff(role, unit)
  const email = `${randomUUID().slice(0, 8)}@proef.be`
  await inWork(here.installation, asSystem, async ctx => {
    await StaffRow.query(ctx.db).findById(staff.id).patch({ email })
    await setPassword(ctx, staff.id, PASSWORD)
  })
  return { ...staff, email }
}

/** What a browser does: sends, and keeps the cookie it is given. */
export class Browser {
  readonly #here: Opened
  readonly #network: string
  cookie = ''

  constructor(here: Opened, network = `10.3.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`) {
    this.#here = here
    this.#network = network
  }

  async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
    const answer = await this.#here.app.inject({
      method, url: `/api${url}`, remoteAddress: this.#network, headers: this.cookie ? { cookie: this.cookie } : {},
      ...(payload && { payload }),
    })
    const [cookie] = /^[^=]+=[^;]+/.exec(String(answer.headers['set-cookie'] ?? '')) ?? []
    if (cookie) this.cookie = cookie
    return { status: answer.statusCode, body: answer.body ? answer.json() : null }
  }

  post(url: string, payload: object = {}) { return this.send('POST', url, payload) }
  get(url: string) { return this.send('GET', url) }

  /** Signs in with the password; with a second factor the ticket comes back. */
  async password(email: string, password = PASSWORD): Promise<string> {
    const { body } = await this.post('/session', { email, password })
    return body.asked?.ticket ?? ''
  }
}

/** The app on somebody's phone, whose clock is the installation's unless it is off by so many seconds. */
export class Phone {
  readonly #here: Opened
  readonly #totp: TOTP

  constructor(here: Opened, secret: string) {
    this.#here = here
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret) })
  }

  code(offSeconds = 0): string {
    return this.#totp.generate({ timestamp: this.#here.clock.now.epochMilliseconds + offSeconds * 1000 })
  }
}

/** Sets up the app for somebody signed in. */
export async function withPhone(here: Opened, browser: Browser) {
  const { body: { secret } } = await browser.post('/session/enrol/totp')
  const phone = new Phone(here, secret)
  const { body } = await browser.post('/session/enrol/totp/confirm', { code: phone.code() })
  nextStep(here)
  return { phone, recoveryCodes: body.recoveryCodes as string[] }
}

/** Half a minute later the app shows another code. */
export const nextStep = (here: Opened) => { here.clock.now = here.clock.now.add({ seconds: 30 }) }
