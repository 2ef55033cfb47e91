import type { Language } from '#core/contract.ts'
import type { MailTemplate, MailText } from '#plugins/mail/index.ts'

interface Told { readonly name: string; readonly by: string; readonly address: string }

/** Tells somebody that a colleague took their second step away, so that it does not happen behind their back. */
export const secondStepReset: MailTemplate<Told> = (language, { name, by, address }) => {
  const texts: Readonly<Record<Language, MailText>> = {
    nl: {
      subject: 'Je tweede stap is gewist', paragraphs: [
        `Dag ${name}`,
        `${by} wiste je tweede stap bij het aanmelden. Je stelt een nieuwe in als je je de volgende keer aanmeldt.`,
        `Vroeg je hier niet om? Verwittig dan meteen de beheerder van je bibliotheek, en wijzig je wachtwoord.`,
        { label: 'Naar Filiaal', address },
      ],
    },
    en: {
      subject: 'Your second step was removed', paragraphs: [
        `Hello ${name}`,
        `${by} removed your second step at sign-in. You set up a new one the next time you sign in.`,
        'Did you not ask for this? Then tell the administrator of your library at once, and change your password.',
        { label: 'To Filiaal', address },
      ],
    },
    fr: {
      subject: 'Votre deuxième étape a été effacée', paragraphs: [
        `Bonjour ${name}`,
        `${by} a effacé votre deuxième étape de connexion. Vous en configurerez une nouvelle à la prochaine connexion.`,
        'Vous n’avez rien demandé ? Prévenez aussitôt l’administrateur de votre bibliothèque et changez votre mot de passe.',
        { label: 'Vers Filiaal', address },
      ],
    },
  }
  return texts[language]
}
