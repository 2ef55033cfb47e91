import { holdsOn, type Segment } from '#core/configuration.ts'
import type { Context } from '#core/context.ts'
import type { Day, Language, UnitId } from '#core/contract.ts'
import { plusDays } from '#core/draft.ts'
import { accountOf } from '#core/account.ts'
import { grantFact } from '#core/grant.ts'
import { resolve } from '#core/parameter.ts'
import { rolesOn } from '#core/role.ts'
import { StaffRow } from '#core/staff.ts'
import { pathToday, SYSTEM } from '#core/unit.ts'
import { mailsAbout, queueMail, type MailText } from '#plugins/mail/index.ts'
import { closuresAt } from './change/closure.ts'
import { nameOf } from './change/unit-words.ts'
import { cutFact, exceptionFact, type CutException, type DayException } from './contract/calendar.ts'
import { provisionalReminder } from './contract/parameter.ts'
import { branchesPermissions } from './contract/permission.ts'
import { namedId } from './named-id.ts'
import { dayIn } from './wording.ts'

const KIND = 'branches.provisional-end'

interface Guessed { readonly unit: UnitId; readonly closing: string; readonly to: Day; readonly saidIn: string; readonly text: string }

/**
 * Asks before a provisional end whether it still stands: whoever closed, and who may close by a role given at the
 * branch or its library. Once for each end; another end is asked about again.
 */
export async function askOfProvisionalEnds(ctx: Context): Promise<void> {
  for (const guessed of guessedEnds(ctx)) {
    const about = namedId(`${guessed.closing} ${guessed.unit} ${guessed.to}`)
    if ((await mailsAbout(ctx, [about])).length) continue
    for (const { id, kind, name, email, language } of await peopleOf(ctx, guessed)) {
      if (kind !== 'person' || !email) continue
      await queueMail(ctx, {
        to: { staff: id, name, address: email, language }, unit: guessed.unit, kind: KIND, about,
        text: endText(ctx, guessed, language),
      })
    }
  }
}

function guessedEnds(ctx: Context): Guessed[] {
  const { configuration } = ctx
  const today = ctx.today()
  const rows: Segment<DayException | CutException>[] = [...configuration.all(exceptionFact), ...configuration.all(cutFact)].flat()
  return rows.flatMap(({ unit, to, saidIn, body: { provisionalEnd, closing, text } }) => {
    if (!provisionalEnd || !closing || to === null || to < today) return []
    const said = closuresAt(configuration, unit, closing)[0]?.body.remindDays
    const days = said ?? resolve(configuration, provisionalReminder, unit, today).value
    return plusDays(to, -days) <= today ? [{ unit, closing, to, saidIn, text }] : []
  })
}

/** Whoever said it, and who may close there by a role given at the branch or above it, but not for the whole region. */
async function peopleOf(ctx: Context, { unit, saidIn }: Guessed): Promise<StaffRow[]> {
  const { configuration } = ctx
  const today = ctx.today()
  const near = new Set(pathToday(configuration, unit, today).filter(id => id !== SYSTEM))
  const roles = rolesOn(configuration, today)
  const granted = [...configuration.all(grantFact)].flat()
    .filter(said => near.has(said.unit) && holdsOn(said, today)
      && roles.get(said.body.role)?.permissions.has(branchesPermissions.close.name))
    .map(({ body }) => body.staff)
  const set: { author_id: string | null } | undefined = await ctx.db('change_set').where('id', saidIn).first('author_id')
  const people = [...new Set([...granted, ...(set?.author_id ? [set.author_id] : [])])]
  return StaffRow.query(ctx.db).findByIds(people.filter(staff => accountOf(configuration, staff, today)))
}

function endText(ctx: Context, { unit, to, text }: Guessed, language: Language): MailText {
  const [name, day] = [nameOf(ctx.configuration, unit, ctx.today()), dayIn(language, to)]
  const address = `${ctx.installation.address}/#/calendar?unit=${unit}`
  return {
    nl: {
      subject: `${name}: gaat de vestiging na ${day} weer open?`,
      paragraphs: [
        `${name} is gesloten tot vermoedelijk ${day}: ${text}. Klopt dat nog?`,
        'Open de kalender, kies bij deze sluiting “Verlengen of inkorten” en geef een andere laatste dag, of bevestig dat ze vaststaat. '
        + 'Wat je bij de sluiting regelde, schuift mee.',
        { label: 'De kalender openen', address },
      ],
    },
    en: {
      subject: `${name}: does the branch reopen after ${day}?`,
      paragraphs: [
        `${name} is closed until probably ${day}: ${text}. Does that still stand?`,
        'Open the calendar, choose “Extend or shorten” for this closing and give another last day, or confirm that it is certain. '
        + 'What you arranged for the closing moves along.',
        { label: 'Open the calendar', address },
      ],
    },
    fr: {
      subject: `${name} : l’implantation rouvre-t-elle après le ${day} ?`,
      paragraphs: [
        `${name} est fermée jusqu’au ${day} (fin probable) : ${text}. Est-ce toujours exact ?`,
        'Ouvrez le calendrier, choisissez « Prolonger ou écourter » pour cette fermeture et indiquez un autre dernier jour, ou confirmez-le. '
        + 'Ce que vous avez réglé pour la fermeture suit.',
        { label: 'Ouvrir le calendrier', address },
      ],
    },
  }[language]
}
