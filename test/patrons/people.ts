import { randomUUID } from 'node:crypto'
import { SYSTEM } from '#core/unit.ts'
import type { Opened, Staff } from '../installation.ts'

/** A library with one branch and somebody at its desk. */
export interface Library { readonly id: string; readonly branch: string; readonly desk: Staff }

const decision = { number: '2019/12', date: '2019-12-16' }
export const home = { street: 'Dorpsstraat', number: '1', postalCode: '9630', city: 'Zwalm', country: 'BE' }

/** Somebody whom nobody is taken for. */
export const somebody = (more: object = {}) => ({
  id: randomUUID(), kind: 'person', familyName: `Peeters ${randomUUID().slice(0, 8)}`, firstName: 'An', bornOn: '1990-05-12',
  addresses: [home], ...more,
})

/** What the desk sends to enrol somebody as an adult. */
export const asked = (branch: string, more: object = {}) => ({ id: randomUUID(), branch, type: '60', person: somebody(), ...more })

/** `patrons.card-digit /card`. */
export const faultsOf = ({ body }: { body: { faults: { code: string; pointer: string }[] } }) =>
  body.faults.map(({ code, pointer }) => `${code} ${pointer}`)

export const peopleOf = (here: Opened) => ({
  say: (parameter: string, value: unknown, unit: string, where?: object) => here.apply({
    kind: 'parameters.set',
    payload: { unit, parameter, from: '2020-01-01', to: null, value, basis: decision, ...(where && { where }) },
  }),
  async library(name: string, parent: string = SYSTEM): Promise<Library> {
    const id = await here.unit('library', name, parent)
    return { id, branch: await here.unit('branch', `${name} centrum`, id), desk: await here.staff('desk', id) }
  },
  /** Two libraries that work together so far, with a fee of eight euros. */
  async group(level: '1' | '2' | '3a' | '3b') {
    const id = await here.unit('group', `Groep ${level} ${randomUUID().slice(0, 4)}`, SYSTEM, { level })
    return { id, a: await this.library('Beringen', id), b: await this.library('Alken', id) }
  },
  /** Somebody enrolled, with the answer that the desk got. */
  async enrolled({ branch, desk }: Library, more: object = {}) {
    const { status, body } = await desk.post('/api/patrons', asked(branch, more))
    if (status !== 201) throw new Error(`Not enrolled: ${JSON.stringify(body)}`)
    return body
  },
})
