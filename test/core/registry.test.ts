import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { defineChange } from '#core/change.ts'
import {
  defineChangeKind,
  defineEvent,
  defineFact,
  defineParameter,
  definePermissions,
  type Texts,
} from '#core/contract.ts'
import { definePlugin, on, type Plugin } from '#core/plugin.ts'
import { assemble } from '#core/registry.ts'
import { plugins } from '#plugins/index.ts'

const texts = (text: string): Texts => ({ nl: text, en: text, fr: text })
const noFrench = { nl: 'x', en: 'x', fr: ' ' }
const rung = defineEvent('tower.rung', Type.Object({}))
const bell = (more: Partial<Plugin>) => [definePlugin({ name: 'bell', ...more })]
const kind = (name: string, title = texts('x')) =>
  defineChange(defineChangeKind({ name, payload: Type.Object({}), title }), {
    needs: () => [],
    lays: () => [],
    sentence: () => texts('x'),
  })
const parameter = (name: string, value: number) =>
  defineParameter({
    name,
    schema: Type.Integer({ minimum: 1 }),
    default: value,
    unit: 'days',
    levels: ['system'],
    title: texts('x'),
    help: texts('x'),
  })
const tower = definePlugin({ name: 'tower', emits: [rung] })
const nothing = async () => {}

test('what the product declares is whole', () => {
  expect(assemble(plugins).plugins).toBe(plugins)
})

test.each<[string, readonly Plugin[], string]>([
  ['a name that is no folder', [definePlugin({ name: 'Bell Tower' })], 'is no plugin name'],
  ['two plugins of one name', [definePlugin({ name: 'bell' }), definePlugin({ name: 'bell' })], 'listed twice'],
  [
    'a plugin before the one it needs',
    [definePlugin({ name: 'bell', dependsOn: [tower] }), tower],
    'must be listed after tower',
  ],
  [
    'a permission of another',
    bell({ permissions: definePermissions('tower', { ring: texts('x') }) }),
    'outside its own',
  ],
  [
    'a permission ahead of a plugin that is there',
    [tower, definePlugin({ name: 'bell', ahead: [definePermissions('tower', { ring: texts('x') }).ring] })],
    'ahead of a plugin that is there',
  ],
  ['a fact of another', bell({ facts: [defineFact('tower.fact', Type.String())] }), 'outside its own'],
  ['a change of another', bell({ changes: [kind('tower.ring')] }), 'outside its own'],
  [
    'a run of another',
    bell({ runs: [{ name: 'tower.run', advance: async () => ({ done: 1, total: 1, finished: true }) }] }),
    'outside its own',
  ],
  [
    'two changes of one name',
    bell({ changes: [kind('bell.ring'), kind('bell.ring')] }),
    'bell.ring is declared twice',
  ],
  ['a title that is missing in French', bell({ changes: [kind('bell.ring', noFrench)] }), 'lacks a text'],
  [
    'a permission that says nothing in French',
    bell({ permissions: definePermissions('bell', { ring: noFrench }) }),
    'lacks a text',
  ],
  [
    'an event of a plugin it does not know',
    [tower, ...bell({ handles: [on(rung, 'hear', nothing)] })],
    'does not depend on',
  ],
  [
    'two handlers of one name',
    [tower, ...bell({ dependsOn: [tower], handles: [on(rung, 'hear', nothing), on(rung, 'hear', nothing)] })],
    'two handlers called hear',
  ],
  [
    'an effect of a change nobody offers',
    bell({ effects: [{ kinds: [kind('bell.ring').kind], count: async () => [] }] }),
    'no plugin it depends on offers',
  ],
  [
    'a schedule that is none',
    bell({ jobs: [{ name: 'strike', schedule: 'every morning', run: nothing }] }),
    'is no schedule',
  ],
  [
    'a default that does not fit',
    bell({ parameters: [parameter('bell.loudness', 0)] }),
    'default that does not fit',
  ],
])('%s does not start', (_what, broken, fault) => {
  expect(() => assemble(broken)).toThrow(fault)
})
