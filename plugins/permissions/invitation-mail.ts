import type { Language } from '#core/contract.ts'
import { homeOf } from '#core/account.ts'
import type { StaffRow } from '#core/staff.ts'
import { dayOf, SYSTEM, unitAt } from '#core/unit.ts'
import type { OpenContext } from '#core/work.ts'
import { queueMail, type MailTemplate, type MailText } from '#plugins/mail/index.ts'

interface Told { readonly name: string; readonly inviter: string; readonly unit: string; readonly address: string }

/** Mails the link with which somebody chooses a password, in their own language. */
export async function mailLink(ctx: OpenContext, staff: StaffRow, token: string): Promise<void> {
  if (!staff.email) return
  const unit = homeOf(ctx.configuration, staff.id, ctx.today()) ?? SYSTEM
  const known = await ctx.db('staff_password').where({ staff_id: staff.id }).first('staff_id')
  const told: Told = {
    name: staff.name, inviter: ctx.actor.name, address: `${ctx.installation.address}/#/invitation?token=`,
    unit: unitAt(ctx.configuration, unit, dayOf(ctx.configuration, unit, ctx.today()))?.name ?? '',
  }
  await queueMail(ctx, {
    to: { staff: staff.id, name: staff.name, address: staff.email, language: staff.language },
    unit, kind: known ? 'permissions.new-password' : 'permissions.invitation', about: staff.id,
    text: (known ? newPassword : invitation)(staff.language, told), secret: token,
  })
}

const invitation: MailTemplate<Told> = (language, { name, inviter, unit, address }) => says(language, {
  nl: {
    subject: 'Je uitnodiging voor Filiaal', paragraphs: [
      `Dag ${name}`,
      `${inviter} nodigt je uit om met Filiaal te werken voor ${unit}. Kies een wachtwoord en je bent binnen.`,
      { label: 'Een wachtwoord kiezen', address, secret: true },
      'De link werkt één keer en drie dagen lang. Is hij te oud? Vraag dan een nieuwe aan wie je uitnodigde.',
      'Meld je je met dit adres al aan voor een andere bibliotheek? Dan werkt de link niet: '
      + 'vraag de servicedesk om je rol bij je account te zetten.',
      'Zegt dit je niets? Dan hoef je niets te doen.',
    ],
  },
  en: {
    subject: 'Your invitation to Filiaal', paragraphs: [
      `Hello ${name}`,
      `${inviter} invites you to work with Filiaal for ${unit}. Choose a password and you are in.`,
      { label: 'Choose a password', address, secret: true },
      'The link works once, for three days. Is it too old? Ask whoever invited you for a new one.',
      'Do you sign in with this address for another library already? Then the link does not work: '
      + 'ask the helpdesk to add the role to your account.',
      'Does this mean nothing to you? Then you need not do anything.',
    ],
  },
  fr: {
    subject: 'Votre invitation à Filiaal', paragraphs: [
      `Bonjour ${name}`,
      `${inviter} vous invite à travailler avec Filiaal pour ${unit}. Choisissez un mot de passe pour commencer.`,
      { label: 'Choisir un mot de passe', address, secret: true },
      'Le lien fonctionne une seule fois, pendant trois jours. Trop ancien ? '
      + 'Demandez-en un nouveau à la personne qui vous a invité.',
      'Vous connectez-vous déjà avec cette adresse pour une autre bibliothèque ? Dans ce cas, le lien ne fonctionne pas : '
      + 'demandez au centre d’assistance d’ajouter le rôle à votre compte.',
      'Cette invitation ne vous concerne pas ? Vous ne devez rien faire.',
    ],
  },
})

const newPassword: MailTemplate<Told> = (language, { name, inviter, address }) => says(language, {
  nl: {
    subject: 'Een nieuw wachtwoord voor Filiaal', paragraphs: [
      `Dag ${name}`,
      `${inviter} maakte voor jou een link waarmee je een nieuw wachtwoord kiest.`,
      { label: 'Een nieuw wachtwoord kiezen', address, secret: true },
      'De link werkt één keer en drie dagen lang. Tot je hem gebruikt, blijft je oude wachtwoord werken.',
      `Vroeg je hier niet om? Laat het dan weten aan ${inviter}.`,
    ],
  },
  en: {
    subject: 'A new password for Filiaal', paragraphs: [
      `Hello ${name}`,
      `${inviter} made a link for you to choose a new password with.`,
      { label: 'Choose a new password', address, secret: true },
      'The link works once, for three days. Until you use it, your old password keeps working.',
      `Did you not ask for this? Then let ${inviter} know.`,
    ],
  },
  fr: {
    subject: 'Un nouveau mot de passe pour Filiaal', paragraphs: [
      `Bonjour ${name}`,
      `${inviter} a créé pour vous un lien qui permet de choisir un nouveau mot de passe.`,
      { label: 'Choisir un nouveau mot de passe', address, secret: true },
      'Le lien fonctionne une seule fois, pendant trois jours. D’ici là, votre ancien mot de passe reste valable.',
      `Vous n’avez rien demandé ? Prévenez ${inviter}.`,
    ],
  },
})

const says = (language: Language, texts: Readonly<Record<Language, MailText>>) => texts[language]
