import type { ChangeKind, Texts } from '#core/contract.ts'
import type { Context } from '#core/context.ts'
import { notFound } from '#core/refusal.ts'
import { close, confirmYear, setHours } from '#plugins/branches/contract/change.ts'
import { setParameter } from '#plugins/parameters/contract/change.ts'
import { changeUnit, openUnit } from '#plugins/units/contract.ts'
import { grantRole } from './contract/change.ts'

/** Something to do once in a new role; it ticks itself off when it has been done, or seen. */
interface FirstStep {
  readonly step: string
  readonly roles: readonly string[]
  readonly title: Texts
  /** The screen where it is done. */
  readonly link: string
  /** Done when the person has sent one of these through the door. */
  readonly kinds?: readonly ChangeKind[]
  /** Done when the person has been there, or has said so. */
  readonly seen?: true
  /** Done when the person has decided a request. */
  readonly decides?: true
}

export const firstSteps: readonly FirstStep[] = [
  { step: 'see-now', roles: ['branch-manager', 'library-admin', 'helpdesk', 'desk'], link: '/', seen: true,
    title: { nl: 'Bekijk wat nu open is', en: 'See what is open now', fr: 'Voyez ce qui est ouvert maintenant' } },
  { step: 'see-calendar', roles: ['desk'], link: '/calendar', seen: true,
    title: {
      nl: 'Zoek op waarom een dag gesloten is', en: 'Look up why a day is closed',
      fr: 'Cherchez pourquoi un jour est fermé',
    } },
  { step: 'check-hours', roles: ['branch-manager', 'library-admin'], link: '/hours', kinds: [setHours], seen: true,
    title: {
      nl: 'Kijk na of je openingsuren kloppen', en: 'Check that your opening hours are right',
      fr: 'Vérifiez vos heures d’ouverture',
    } },
  { step: 'close-day', roles: ['branch-manager', 'library-admin', 'helpdesk'], link: '/', kinds: [close], seen: true,
    title: {
      nl: 'Sluit een dag, of bekijk het voorbeeld ervan', en: 'Close a day, or look at its preview',
      fr: 'Fermez un jour, ou voyez-en l’aperçu',
    } },
  { step: 'confirm-year', roles: ['branch-manager', 'library-admin'], link: '/round', kinds: [confirmYear],
    title: {
      nl: 'Bevestig de kalender van volgend jaar', en: 'Confirm next year’s calendar',
      fr: 'Confirmez le calendrier de l’année prochaine',
    } },
  { step: 'change-details', roles: ['library-admin'], link: '/units', kinds: [changeUnit], seen: true,
    title: {
      nl: 'Kijk naam en adres van je bibliotheek na', en: 'Check the name and address of your library',
      fr: 'Vérifiez le nom et l’adresse de votre bibliothèque',
    } },
  { step: 'open-unit', roles: ['system-admin'], link: '/units', kinds: [openUnit],
    title: {
      nl: 'Open een bibliotheek of vestiging', en: 'Open a library or branch',
      fr: 'Ouvrez une bibliothèque ou implantation',
    } },
  { step: 'invite-staff', roles: ['system-admin', 'library-admin'], link: '/staff', kinds: [grantRole],
    title: { nl: 'Nodig een collega uit', en: 'Invite a colleague', fr: 'Invitez un collègue' } },
  { step: 'set-parameter', roles: ['system-admin'], link: '/settings', kinds: [setParameter],
    title: {
      nl: 'Geef een instelling een eigen waarde', en: 'Give a setting a value of its own',
      fr: 'Donnez une valeur propre à un paramètre',
    } },
  { step: 'see-requests', roles: ['helpdesk', 'system-admin'], link: '/inbox', seen: true,
    title: {
      nl: 'Bekijk de aanvragen van bibliotheken', en: 'See the requests of libraries',
      fr: 'Consultez les demandes des bibliothèques',
    } },
  { step: 'decide-request', roles: ['helpdesk'], link: '/inbox', decides: true,
    title: {
      nl: 'Keur een aanvraag goed of af', en: 'Approve or refuse a request', fr: 'Approuvez ou refusez une demande',
    } },
  { step: 'see-history', roles: [
    'branch-manager', 'library-admin', 'helpdesk', 'system-admin',
  ], link: '/history', seen: true,
    title: {
      nl: 'Zie hoe je een wijziging terugdraait', en: 'See how a change is put back',
      fr: 'Voyez comment annuler une modification',
    } },
]

const stepsOf = (ctx: Context) => {
  const roles = new Set(ctx.rights.grants.map(({ role }) => role))
  return firstSteps.filter(step => step.roles.some(role => roles.has(role)))
}

/** The steps of the caller's roles, with what has been done of them. */
export async function checklistOf(ctx: Context) {
  const { rows: [{ seen, kinds, decided }] } = await ctx.db.raw(`
    select coalesce((select array_agg(step) from first_step where staff_id = ?), '{}') as seen,
           coalesce((select array_agg(distinct kind) from change_item where author_id = ?), '{}') as kinds,
           exists (select from change_set where decided_by = ? and state in ('applied', 'refused')) as decided`,
  [ctx.actor.id, ctx.actor.id, ctx.actor.name])
  const done = (step: FirstStep) => seen.includes(step.step) || Boolean(
    step.kinds?.some(({ name }) => kinds.includes(name))
  )
    || Boolean(step.decides && decided)
  return {
    data: stepsOf(ctx).map(
      step => ({ step: step.step, title: step.title[ctx.language], link: step.link, done: done(step) })
    )
  }
}

/** Ticks off a step that is done by looking; the others tick themselves. */
export async function tickOff(ctx: Context, name: string): Promise<void> {
  const step = stepsOf(ctx).find(one => one.step === name && one.seen)
  if (!step) throw notFound()
  await ctx.db('first_step').insert({
    staff_id: ctx.actor.id, step: name, done_at: ctx.now.toString(),
  }).onConflict(['staff_id', 'step']).ignore()
}
