import { Cron } from 'croner'
import type { ChangeRule, Declared } from './change.ts'
import { coreEvents } from './event.ts'
import { languages, type Fact, type Preset, type Texts } from './contract.ts'
import type { RequestForm } from './contract/request-form.ts'
import { formFaults } from './form-fault.ts'
import { beginning, layingFirst, layingRoles } from './first-start.ts'
import { accountFact } from './account.ts'
import { grantFact } from './grant.ts'
import { roleFact, type Role } from './role.ts'
import { leftoverDays } from './contract/leftover.ts'
import { sessionParameters } from './contract/session.ts'
import { coreOutside } from './outside.ts'
import { parameterFact } from './parameter.ts'
import { parameterFaults } from './parameter-fault.ts'
import { presetFaults } from './preset-fault.ts'
import type { FirstWords, Plugin } from './plugin.ts'
import { faultsIn } from './schema.ts'
import { firstGrant } from './session-routes.ts'
import { corePermissions } from './contract/permission.ts'
import { parentFact, successorFact, unitFact } from './unit.ts'
import { cooperationWeights } from './cooperation.ts'
import { coreWeights, type Weight } from './weight.ts'

/** Everything the installed plugins declared, by name. */
export interface Registry extends Declared {
  readonly plugins: readonly Plugin[]
  readonly changes: ReadonlyMap<string, ChangeRule>
  readonly weights: readonly Weight[]
  readonly presets: ReadonlyMap<string, Preset>
  readonly forms: ReadonlyMap<string, RequestForm>
  /** The roles that plugins bring along, as they were when this version was made. */
  readonly roles: ReadonlyMap<string, Role>
  /** What the lists of an installation start with. */
  readonly first: readonly FirstWords[]
}

const coreFacts: readonly Fact[] = [unitFact, parentFact, successorFact, parameterFact, grantFact, accountFact, roleFact]

/** Checks what the plugins declare against one another; a server with a broken declaration does not start. */
export function assemble(plugins: readonly Plugin[]): Registry {
  const facts = [...coreFacts, ...plugins.flatMap(plugin => plugin.facts ?? [])]
  const parameters = [
    ...sessionParameters, leftoverDays,
    ...plugins.flatMap(({ parameters: own = [], parametersAhead = [] }) => [...own, ...parametersAhead]),
  ]
  const presets = plugins.flatMap(plugin => plugin.presets ?? [])
  const forms = plugins.flatMap(plugin => plugin.requestForms ?? [])
  const changes = [beginning, layingRoles, layingFirst, firstGrant, ...plugins.flatMap(plugin => plugin.changes ?? [])]
  const faults = [
    ...plugins.flatMap((plugin, index) =>
      [...faultsOf(plugin, plugins.slice(0, index)), ...lateFaults(plugin, plugins)]),
    ...parameterFaults(parameters, facts), ...presetFaults(presets, parameters),
    ...formFaults(forms, changes),
  ]
  if (faults.length) throw new Error(`Broken plugin declarations:\n${faults.map(fault => `- ${fault}`).join('\n')}`)
  return Object.freeze({
    plugins,
    facts: named(facts, fact => fact.name),
    changes: named(changes, rule => rule.kind.name),
    parameters: named(parameters, parameter => parameter.name),
    presets: named(presets, preset => preset.name),
    forms: named(forms, form => form.name),
    permissions: named(
      [
        ...Object.values(corePermissions),
        ...plugins.flatMap(plugin => Object.values(plugin.permissions ?? {})),
        ...plugins.flatMap(plugin => plugin.ahead ?? []),
      ],
      one => one.name,
    ),
    weights: [...coreWeights, ...cooperationWeights, ...plugins.flatMap(plugin => plugin.weights ?? [])],
    closureParts: named(plugins.flatMap(plugin => plugin.closureParts ?? []), part => part.name),
    givesRights: plugins.find(plugin => plugin.givesRights)?.givesRights,
    roles: named(
      plugins.flatMap(plugin => plugin.roles ?? []),
      role => role.code,
    ),
    first: plugins.flatMap(plugin => plugin.first ?? []),
    outside: named([...coreOutside, ...plugins.flatMap(plugin => plugin.outside ?? [])], ({ event }) => event.name),
  })
}

function named<T>(declared: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const one of declared) {
    if (map.has(nameOf(one))) throw new Error(`${nameOf(one)} is declared twice`)
    map.set(nameOf(one), one)
  }
  return map
}

/** What is declared ahead of a plugin moves there once it is installed. */
const lateFaults = ({ name, ahead = [], parametersAhead = [] }: Plugin, plugins: readonly Plugin[]) =>
  [...ahead, ...parametersAhead].filter(one => plugins.some(other => one.name.startsWith(`${other.name}.`)))
    .map(one => `${name} declares ${one.name} ahead of a plugin that is there`)

function faultsOf(plugin: Plugin, earlier: readonly Plugin[]): string[] {
  const needed = plugin.dependsOn ?? []
  const near = [plugin, ...needed]
  return [
    ...(/^[a-z][a-z-]*$/.test(plugin.name) ? [] : [`${plugin.name} is no plugin name`]),
    ...(earlier.some(other => other.name === plugin.name) ? [`${plugin.name} is listed twice`] : []),
    ...needed
      .filter(other => !earlier.includes(other))
      .map(other => `${plugin.name} must be listed after ${other.name}`),
    ...namesOf(plugin)
      .filter(name => !name.startsWith(`${plugin.name}.`))
      .map(name => `${plugin.name} declares ${name}, a name outside its own`),
    ...doublesIn((plugin.handles ?? []).map(({ name }) => name)).map(
      name => `${plugin.name} has two handlers called ${name}`,
    ),
    ...doublesIn((plugin.jobs ?? []).map(({ name }) => name)).map(
      name => `${plugin.name} has two jobs called ${name}`,
    ),
    ...doublesIn((plugin.beats ?? []).map(({ name }) => name)).map(
      name => `${plugin.name} has two beats called ${name}`,
    ),
    ...(plugin.jobs ?? [])
      .filter(({ schedule }) => !isSchedule(schedule))
      .map(({ name, schedule }) => `${plugin.name} runs ${name} at ${schedule}, which is no schedule`),
    ...(plugin.first ?? []).flatMap(({ fact, words }) => [
      ...(plugin.facts?.includes(fact) ? [] : [`${plugin.name} begins a list ${fact.name} that is not its own`]),
      ...Object.entries(words).filter(([, body]) => faultsIn(fact.body, body).length)
        .map(([key]) => `${fact.name} begins with ${key}, which does not fit it`),
    ]),
    ...(plugin.handles ?? [])
      .filter(({ event }) => !coreEvents.includes(event) && !near.some(other => other.emits?.includes(event)))
      .map(({ event }) => `${plugin.name} handles ${event.name} but does not depend on the plugin that emits it`),
    ...(plugin.outside ?? []).filter(({ event }) => !plugin.emits?.includes(event))
      .map(({ event }) => `${plugin.name} lets ${event.name} be heard outside, which it does not announce`),
    ...(plugin.effects ?? []).flatMap(({ kinds }) => kinds)
      .filter(kind => !near.some(other => other.changes?.some(rule => rule.kind === kind)))
      .map(kind => `${plugin.name} declares an effect of ${kind.name}, which no plugin it depends on offers`),
    ...textsOf(plugin).filter(([, texts]) => languages.some(language => !texts[language]?.trim()))
      .map(([name]) => `${name} lacks a text in one of ${languages.join(', ')}`),
  ]
}

const namesOf = (plugin: Plugin) => [
  ...Object.values(plugin.permissions ?? {}),
  ...(plugin.parameters ?? []),
  ...(plugin.presets ?? []),
  ...(plugin.requestForms ?? []),
  ...(plugin.facts ?? []),
  ...(plugin.changes ?? []).map(({ kind }) => kind),
  ...(plugin.emits ?? []),
  ...(plugin.runs ?? []),
].map(({ name }) => name)

const doublesIn = (names: readonly string[]) => names.filter((name, n) => names.indexOf(name) !== n)

function isSchedule(expression: string): boolean {
  try {
    return new Cron(expression, { paused: true }).nextRun() !== null
  } catch {
    return false
  }
}

const textsOf = (plugin: Plugin): [string, Texts][] => [
  ...[...Object.values(plugin.permissions ?? {}), ...plugin.ahead ?? []].flatMap(
    ({ name, allows, limitedBy = [] }): [string, Texts][] =>
      [[name, allows], ...limitedBy.map((limit): [string, Texts] => [limit.name, limit.title])]),
  ...(plugin.changes ?? []).map(({ kind }): [string, Texts] => [kind.name, kind.title]),
  ...(plugin.closureParts ?? []).map(({ name, title }): [string, Texts] => [name, title]),
  ...(plugin.roles ?? []).map(({ code, name }): [string, Texts] => [code, name]),
  ...(plugin.outside ?? []).map(({ event, title }): [string, Texts] => [event.name, title]),
]
