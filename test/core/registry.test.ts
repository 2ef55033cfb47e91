import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { defineChange } from '#core/change.ts'
import {
  defineChangeKind,
  defineEvent,
  defineFact,
  defineParameter,
  definePermissions,
  definePreset,
  presetValue,
  type Parameter,
  type Preset,
  type Texts,
} from '#core/contract.ts'
import { asked, defineRequestForm, type RequestForm } from '#core/contract/request-form.ts'
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
const said = {
  area: 'bells', title: texts('x'), help: texts('x'), consequence: texts('x'), example: texts('x'),
  synonyms: { nl: ['x'], en: ['x'], fr: ['x'] },
}
const parameter = (name: string, value: number) =>
  defineParameter({
    name,
    schema: Type.Integer({ minimum: 1 }),
    default: value,
    unit: 'days',
    levels: ['system'],
    ...said,
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
  [
    'the first words of another',
    bell({ first: [{ fact: defineFact('bell.rope', Type.String()), title: texts('x'), words: { a: 'x' } }] }),
    'begins a list bell.rope that is not its own',
  ],
  [
    'first words that do not fit',
    (fact => bell({ facts: [fact], first: [{ fact, title: texts('x'), words: { a: 'x', b: 1 } }] }))(defineFact('bell.rope', Type.String())),
    'bell.rope begins with b, which does not fit it',
  ],
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
])('%s does not start', (_what, broken, fault) => {
  expect(() => assemble(broken)).toThrow(fault)
})

const loudness = parameter('bell.loudness', 3)
const strikes = defineFact('bell.strike', Type.String())
const alone = (more: object, plugin: Partial<Plugin> = {}) =>
  bell({ parameters: [{ ...loudness, ...more } as Parameter], ...plugin })
const tone = { schema: Type.Enum(['low', 'high']), default: 'low', unit: 'choice' } as const
const low = { low: texts('x') }
const both = { ...low, high: texts('x') }
const clapper = { schema: Type.Object({ weight: Type.Integer() }), default: { weight: 1 }, unit: 'fields' } as const
const weight = { title: texts('x'), unit: 'count' } as const

test.each<[string, readonly Plugin[], string]>([
  ['a default that does not fit', alone({ default: 0 }), 'default that does not fit'],
  ['one that nobody can find in a chapter', alone({ area: '' }), 'stands in no area'],
  ['one without a consequence', alone({ consequence: undefined }), 'lacks a text'],
  ['one without an example in French', alone({ example: noFrench }), 'lacks a text'],
  ['one that nobody finds in English', alone({ synonyms: { nl: ['x'], en: [], fr: ['x'] } }), 'has no synonym'],
  ['one with an empty synonym', alone({ synonyms: { nl: ['x'], en: [' '], fr: ['x'] } }), 'has no synonym'],
  ['one that is set nowhere', alone({ levels: [] }), 'is set at no level'],
  ['one ahead of its plugin that says nothing', alone({}, {
    parametersAhead: [{ ...parameter('belfry.height', 3), help: noFrench } as Parameter],
  }), 'belfry.height lacks a text'],
  ['a default that its own check refuses',
    alone({ checks: [{ holds: (value: number) => value > 5, says: texts('x') }] }), 'its own check refuses'],
  ['a default that does not go with another’s default',
    alone({ checks: [{ with: loudness, holds: () => false, says: texts('x') }] }, {
      parametersAhead: [loudness],
    }), 'its own check refuses'],
  ['a check against what nobody declares',
    alone({ checks: [{ with: parameter('bell.weight', 1), holds: () => true, says: texts('x') }] }),
    'leans on bell.weight'],
  ['one that waits for what nobody declares',
    alone({ onlyWhen: { parameter: parameter('bell.weight', 1), is: [1] } }), 'leans on bell.weight'],
  ['one that waits for what cannot be',
    bell({ parameters: [
      loudness, { ...parameter('bell.weight', 1), onlyWhen: { parameter: loudness, is: [0] } } as Parameter,
    ] }),
    'what it cannot be'],
  ['a dimension with codes that nobody declares',
    alone({ dimensions: [{ name: 'strike', title: texts('x'), codes: strikes }] }), 'which nobody declares'],
  ['a dimension without a title',
    alone({ dimensions: [{ name: 'strike', title: noFrench, codes: strikes }] }, { facts: [strikes] }), 'lacks a text'],
  ['a choice without a name', alone({ ...tone, choices: low }), 'does not say what high is called'],
  ['a choice that is none', alone({ ...tone, choices: { ...both, shrill: texts('x') } }), 'names a choice shrill'],
  ['a choice from nothing', alone({ unit: 'choice' }), 'without saying from what'],
  ['parts without names', alone(clapper), 'has parts without names'],
  ['a part without a name', alone({ ...clapper, fields: {} }), 'does not name its part weight'],
  ['a name for no part', alone({ ...clapper, fields: { weight, rope: weight } }), 'names a part rope'],
  ['a part to choose without names', alone({
    schema: Type.Object({ tone: tone.schema }), default: { tone: 'low' }, unit: 'fields',
    fields: { tone: { title: texts('x'), unit: 'choice', choices: low } },
  }), 'does not say what high is called (tone)'],
])('%s does not start', (_what, broken, fault) => {
  expect(() => assemble(broken)).toThrow(fault)
})

test('nothing may have a name too, where it may be chosen', () => {
  const maximum = { schema: Type.Union([Type.Integer(), Type.Null()]), default: null, choices: { null: texts('none') } }
  expect(() => assemble(alone(maximum))).not.toThrow()
  expect(() => assemble(alone({ choices: { null: texts('none') } }))).toThrow('names a choice null that is none')
})

test('a parameter that says everything starts', () => {
  expect(() => assemble(alone({
    ...tone, choices: both, dimensions: [{ name: 'strike', title: texts('x'), codes: strikes }],
    checks: [{ holds: (value: string) => value === 'low', says: texts('x') }],
  }, { facts: [strikes] }))).not.toThrow()
})

const strike = parameter('bell.strike', 3)
const preset = (more: Partial<Preset>) => [definePlugin({ name: 'bell', parameters: [strike], presets: [{
  ...definePreset({
    name: 'bell.quiet', area: 'bells', title: texts('x'), help: texts('x'), blanks: {},
    sets: () => [presetValue({ parameter: strike, value: () => 1 })],
  }), ...more,
}] })]

test.each<[string, readonly Plugin[], string]>([
  ['one named for another plugin', preset({ name: 'tower.quiet' }), 'a name outside its own'],
  ['one without French', preset({ help: noFrench }), 'bell.quiet lacks a text'],
  ['one that sets nothing', preset({ sets: () => [] }), 'sets nothing'],
  ['one that sets what nobody declares', preset({ sets: () => [presetValue({ parameter: parameter('bell.tone', 1), value: () => 1 })] }),
    'which nobody declares'],
  ['a value that does not fit', preset({ sets: () => [presetValue({ parameter: strike, value: () => 0 })] }), 'a value that does not fit'],
  ['a blank with another example', preset({
    blanks: { times: { title: texts('x'), schema: Type.Integer(), unit: 'count', example: 'x' as never } },
  }), 'has a blank times'],
])('a preset is refused: %s', (_title, plugins_, says) => {
  expect(() => assemble(plugins_)).toThrow(says)
})

const ring = defineChangeKind({ name: 'bell.ring', payload: Type.Object({ times: Type.Integer() }), title: texts('x') })
const times = { title: texts('x'), schema: Type.Integer(), unit: 'count', example: 3 } as const
const often = { title: texts('x'), schema: Type.Boolean(), unit: 'yes-no', example: true } as const
const form = (more: Partial<RequestForm>) => [definePlugin({
  name: 'bell',
  changes: [defineChange(ring, { needs: () => [], lays: () => [], sentence: () => texts('x') })],
  requestForms: [{
    ...defineRequestForm({
      name: 'bell.more', topic: 'other', title: texts('x'), help: texts('x'), synonyms: texts('x'), levels: ['library'],
      questions: { times }, items: filled => [asked(ring, { times: filled.times })],
    }), ...more,
  }],
})]

test.each<[string, readonly Plugin[], string]>([
  ['one named for another plugin', form({ name: 'tower.more' }), 'a name outside its own'],
  ['one without French', form({ synonyms: noFrench }), 'bell.more lacks a text'],
  ['one that nobody may ask', form({ levels: [] }), 'can be asked by nobody'],
  ['a question without French', form({ questions: { times: { ...times, help: noFrench } } }), 'has a question times that lacks a text'],
  ['a question whose name is none', form({ questions: { 'How-often': times }, items: () => [asked(ring, { times: 1 })] }), 'which is no name'],
  ['a question with another example', form({ questions: { times: { ...times, example: 'x' as never } } }), 'whose own example'],
  ['a question that hangs on a later one',
    form({ questions: { times: { ...times, onlyWhen: { question: 'often', is: [true] } }, often } }), 'which is no question before it'],
  ['a question that hangs on an answer there is not',
    form({ questions: { often, times: { ...times, onlyWhen: { question: 'often', is: ['yes'] } } } }), 'an answer that it cannot have'],
  ['one that gives nothing', form({ items: () => [] }), 'gives neither a change nor work'],
  ['one that asks what nobody offers', form({ items: () => [{ kind: 'bell.crack', payload: {} }] }), 'which nobody offers'],
  ['one that asks what its kind does not take', form({ items: () => [{ kind: 'bell.ring', payload: {} }] }), 'with what it does not take'],
  ['one that does so for an answer beside its example', form({
    questions: { often }, items: filled => [{ kind: 'bell.ring', payload: filled['often'] ? { times: 1 } : {} }],
  }), 'with what it does not take'],
  ['work to do without French', form({ tasks: () => [noFrench] }), 'work to do that lacks its words'],
])('a guided form is refused: %s', (_title, plugins_, says) => {
  expect(() => assemble(plugins_)).toThrow(says)
})
