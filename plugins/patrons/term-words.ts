import type { Day, Texts } from '#core/contract.ts'
import { dayIn } from '#core/wording.ts'
import type { Cooperation } from './cooperation.ts'

/** Why a membership runs as it does, in words for the desk. */
export interface Rule { readonly code: 'own' | 'copied' | 'regional'; readonly level: 0 | 1 | 2 | 3; readonly message: Texts }

/** Nobody in the group counts yet: the library's own length and fee. */
export function freshRule(cooperation: Cooperation | undefined, library: string): Rule {
  if (!cooperation) return { code: 'own', level: 0, message: {
    nl: `${library} werkt met geen andere bibliotheek samen: het lidmaatschap geldt alleen hier.`,
    en: `${library} does not cooperate with other libraries: the membership holds here only.`,
    fr: `${library} ne coopère avec aucune autre bibliothèque : l’abonnement ne vaut qu’ici.`,
  } }
  const { level, name } = cooperation
  return { code: 'own', level, message: level === 3 ? {
    nl: `Dit lidmaatschap geldt in alle bibliotheken van ${name}: daar uitlenen kan zonder inschrijven.`,
    en: `This membership holds in all libraries of ${name}: they lend without enrolling.`,
    fr: `Cet abonnement vaut dans toutes les bibliothèques de ${name} : elles prêtent sans inscription.`,
  } : {
    nl: `Wie ook lid wordt van een andere bibliotheek van ${name}, betaalt daar niets en houdt dezelfde einddatum.`,
    en: `Whoever also enrols in another library of ${name} pays nothing there and keeps the same end date.`,
    fr: `Qui s’inscrit aussi dans une autre bibliothèque de ${name} n’y paie rien et garde la même date de fin.`,
  } }
}

/** Groups 1 and 2: one fee, so the end date of the other library counts. */
export const copiedRule = ({ level, name }: Cooperation, other: string, until: Day): Rule => ({ code: 'copied', level, message: {
  nl: `Al lid bij ${other}, ook van ${name}. Daarom geen lidgeld, en dezelfde einddatum: ${dayIn('nl', until)}.`,
  en: `A member at ${other} already, also of ${name}. So no fee, and the same end date: ${dayIn('en', until)}.`,
  fr: `Déjà membre à ${other}, également de ${name}. Donc pas de cotisation et la même date de fin : ${dayIn('fr', until)}.`,
} })

/** Group 3: one membership for all, so there is nothing to enrol. */
export const regionalRule = ({ level, name }: Cooperation, other: string): Rule => ({ code: 'regional', level, message: {
  nl: `Al lid bij ${other}. Dat lidmaatschap geldt in heel ${name}: inschrijven hoeft niet, je kunt meteen uitlenen.`,
  en: `A member at ${other} already. That membership holds in all of ${name}: no need to enrol, you can lend at once.`,
  fr: `Déjà membre à ${other}. Cet abonnement vaut dans tout ${name} : pas d’inscription, vous pouvez prêter tout de suite.`,
} })
