import type { Language } from '#core/contract.ts'
import type { MailTemplate, MailText } from '#plugins/mail/index.ts'

interface Told { readonly name: string; readonly address: string }

/** The link with which somebody who lost their password chooses a new one. */
export const resetMail: MailTemplate<Told> = (language, { name, address }) => {
  const link = (label: string) => ({ label, address: `${address}/#/reset?token=`, secret: true as const })
  const texts: Readonly<Record<Language, MailText>> = {
    nl: {
      subject: 'Een nieuw wachtwoord kiezen', paragraphs: [
        `Dag ${name}`,
        'Iemand vroeg een nieuw wachtwoord voor jouw toegang tot Filiaal. Was jij dat? Kies het dan hier.',
        link('Een nieuw wachtwoord kiezen'),
        'De link werkt één keer, een half uur lang. Daarna word je overal afgemeld waar je nog aangemeld was.',
        'Was jij het niet? Dan hoef je niets te doen: je wachtwoord blijft wat het is.',
      ],
    },
    en: {
      subject: 'Choose a new password', paragraphs: [
        `Hello ${name}`,
        'Somebody asked for a new password for your access to Filiaal. Was it you? Then choose it here.',
        link('Choose a new password'),
        'The link works once, for half an hour. After that you are signed out wherever you were still signed in.',
        'Was it not you? Then you need not do anything: your password stays what it is.',
      ],
    },
    fr: {
      subject: 'Choisir un nouveau mot de passe', paragraphs: [
        `Bonjour ${name}`,
        'Quelqu’un a demandé un nouveau mot de passe pour votre accès à Filiaal. C’était vous ? Choisissez-le ici.',
        link('Choisir un nouveau mot de passe'),
        'Le lien fonctionne une seule fois, pendant une demi-heure. '
        + 'Vous serez ensuite déconnecté partout où vous étiez encore connecté.',
        'Ce n’était pas vous ? Vous ne devez rien faire : votre mot de passe reste le même.',
      ],
    },
  }
  return texts[language]
}

export const passwordChangedMail: MailTemplate<Told> = (language, { name, address }) => {
  const texts: Readonly<Record<Language, MailText>> = {
    nl: {
      subject: 'Je wachtwoord is gewijzigd', paragraphs: [
        `Dag ${name}`,
        'Het wachtwoord van jouw toegang tot Filiaal is zonet gewijzigd. Was jij dat? Dan is alles in orde.',
        'Was jij het niet? Verwittig dan meteen de beheerder van je bibliotheek, en kies zelf een nieuw wachtwoord.',
        { label: 'Naar Filiaal', address },
      ],
    },
    en: {
      subject: 'Your password was changed', paragraphs: [
        `Hello ${name}`,
        'The password of your access to Filiaal was changed just now. Was it you? Then all is well.',
        'Was it not you? Then tell the administrator of your library at once, and choose a new password yourself.',
        { label: 'To Filiaal', address },
      ],
    },
    fr: {
      subject: 'Votre mot de passe a été modifié', paragraphs: [
        `Bonjour ${name}`,
        'Le mot de passe de votre accès à Filiaal vient d’être modifié. C’était vous ? Tout est en ordre.',
        'Ce n’était pas vous ? Prévenez tout de suite l’administrateur de votre bibliothèque '
        + 'et choisissez vous-même un nouveau mot de passe.',
        { label: 'Vers Filiaal', address },
      ],
    },
  }
  return texts[language]
}
