import type { Texts } from '#core/contract.ts'
import { inEach, listed as namesIn } from '#core/wording.ts'

const one = (n: number, single: string, several: string) => n === 1 ? single : several

/** What another group means for the memberships themselves. */
export const termWords = {
  stay: (n: number, name: string, inGroup: boolean): Texts => ({
    nl: `${n} ${one(n, 'lidmaatschap', 'lidmaatschappen')} van ${name} ${one(n, 'houdt zijn', 'houden hun')} einddatum; ${inGroup ? 'wie zich elders in de groep inschrijft, krijgt die einddatum en betaalt er niets' : 'inschrijven kost daarna in elke bibliotheek lidgeld'}`,
    en: `${n} ${one(n, 'membership', 'memberships')} of ${name} ${one(n, 'keeps its', 'keep their')} end date; ${inGroup ? 'whoever enrols elsewhere in the group gets that date and pays nothing there' : 'from then on each library asks its own fee'}`,
    fr: `${n} ${one(n, 'abonnement', 'abonnements')} de ${name} ${one(n, 'garde sa', 'gardent leur')} date de fin ; ${inGroup ? 'l’usager qui s’inscrit ailleurs dans le groupement reçoit cette date et n’y paie rien' : 'chaque bibliothèque demande ensuite sa cotisation'}`,
  }),
  oneTooMany: (n: number): Texts => ({
    nl: `${n} ${one(n, 'heeft', 'hebben')} dan een lidmaatschap te veel: dat blijft tot zijn einddatum en wordt niet meer hernieuwd`,
    en: `${n} then ${one(n, 'has', 'have')} a membership too many: it stays until its end date and is not renewed`,
    fr: `${n} ${one(n, 'a', 'ont')} alors un abonnement de trop : il court jusqu’à sa date de fin et n’est plus renouvelé`,
  }),
}

type Names = readonly string[]
interface Types { readonly theirs: Texts; readonly there: Texts; readonly now: Texts | undefined }

/** Who borrows where without enrolling, from one library at others. */
export const visitWords = {
  begin: (n: number, from: Names, at: Names): Texts => inEach(language => ({
    nl: `${n} ${one(n, 'lid', 'leden')} van ${namesIn(language, from)} ${one(n, 'leent', 'lenen')} voortaan ook bij ${namesIn(language, at)}, zonder inschrijven`,
    en: `${n} ${one(n, 'member', 'members')} of ${namesIn(language, from)} may from then on borrow at ${namesIn(language, at)} too, without enrolling`,
    fr: `${n} ${one(n, 'membre', 'membres')} de ${namesIn(language, from)} ${one(n, 'empruntera', 'emprunteront')} aussi à ${namesIn(language, at)}, sans inscription`,
  })[language]),
  end: (n: number, from: Names, at: Names): Texts => inEach(language => ({
    nl: `${n} ${one(n, 'lid', 'leden')} van ${namesIn(language, from)} ${one(n, 'moet', 'moeten')} zich inschrijven om nog te lenen bij ${namesIn(language, at)}`,
    en: `${n} ${one(n, 'member', 'members')} of ${namesIn(language, from)} must enrol to go on borrowing at ${namesIn(language, at)}`,
    fr: `${n} ${one(n, 'membre', 'membres')} de ${namesIn(language, from)} ${one(n, 'doit', 'doivent')} s’inscrire pour encore emprunter à ${namesIn(language, at)}`,
  })[language]),
  noLink: (n: number, from: Names, at: Names): Texts => inEach(language => ({
    nl: `${n} ${one(n, 'lid', 'leden')} van ${namesIn(language, from)} ${one(n, 'leent', 'lenen')} niet bij ${namesIn(language, at)}: die lidsoort is daar niet gekend; leg eerst een koppeling`,
    en: `${n} ${one(n, 'member', 'members')} of ${namesIn(language, from)} may not borrow at ${namesIn(language, at)}: that type is unknown there; link it first`,
    fr: `${n} ${one(n, 'membre', 'membres')} de ${namesIn(language, from)} ${one(n, 'n’empruntera', 'n’emprunteront')} pas à ${namesIn(language, at)} : ce type y est inconnu ; liez-le d’abord`,
  })[language]),
  as: (n: number, [from, at]: readonly [string, string], { theirs, there, now }: Types): Texts => inEach(language => ({
    nl: `${n} ${one(n, 'lid', 'leden')} van ${from} (${theirs.nl}) ${one(n, 'leent', 'lenen')} bij ${at} als ${there.nl}${now ? `, nu als ${now.nl}` : ''}`,
    en: `${n} ${one(n, 'member', 'members')} of ${from} (${theirs.en}) ${one(n, 'borrows', 'borrow')} at ${at} as ${there.en}${now ? `, now as ${now.en}` : ''}`,
    fr: `${n} ${one(n, 'membre', 'membres')} de ${from} (${theirs.fr}) ${one(n, 'emprunte', 'empruntent')} à ${at} comme ${there.fr}${now ? `, actuellement comme ${now.fr}` : ''}`,
  })[language]),
}
