import type { Texts } from '#core/contract.ts'

const one = (n: number, single: string, several: string) => n === 1 ? single : several

/** Of members who go to another library with their home branch; nobody is named. */
export const goingWords = {
  move: (n: number, name: string): Texts => ({
    nl: `${n} ${one(n, 'lidmaatschap gaat', 'lidmaatschappen gaan')} naar ${name}`,
    en: `${n} ${one(n, 'membership goes', 'memberships go')} to ${name}`,
    fr: `${n} ${one(n, 'abonnement passe', 'abonnements passent')} à ${name}`,
  }),
  follow: (n: number, name: string): Texts => ({
    nl: `${n} ${one(n, 'lidmaatschap dat er intussen bij kwam, gaat', 'lidmaatschappen die er intussen bij kwamen, gaan')} met de thuisvestiging mee naar ${name}`,
    en: `${n} ${one(n, 'membership that was added meanwhile goes', 'memberships that were added meanwhile go')} to ${name} with the home branch`,
    fr: `${n} ${one(n, 'abonnement ajouté entre-temps suit', 'abonnements ajoutés entre-temps suivent')} l’implantation d’attache vers ${name}`,
  }),
  cards: (n: number): Texts => ({
    nl: one(n, '1 kaart blijft werken', `${n} kaarten blijven werken`), en: one(n, '1 card keeps working', `${n} cards keep working`),
    fr: one(n, '1 carte reste valable', `${n} cartes restent valables`),
  }),
  both: (n: number): Texts => ({
    nl: `${n} ${one(n, 'is', 'zijn')} lid van beide: daar blijft één lidmaatschap van over, het langste; wie uitgesloten is, blijft dat`,
    en: `${n} ${one(n, 'is a member', 'are members')} of both: one membership is left of theirs, the longest; a ban stays`,
    fr: `${n} ${one(n, 'est membre', 'sont membres')} des deux : il reste un abonnement, le plus long ; une exclusion demeure`,
  }),
  unknown: (n: number, name: string): Texts => ({
    nl: `${n} met een lidsoort die ${name} niet kent: kies er een bij de volgende hernieuwing`,
    en: `${n} with a type that ${name} does not know: choose one at the next renewal`,
    fr: `${n} avec un type inconnu de ${name} : choisissez-en un au prochain renouvellement`,
  }),
}

type Names = readonly [back: string, other: string]

/** Of members who were taken over, when their own library is there again. */
export const returnWords = {
  back: (n: number, [library]: Names): Texts => ({
    nl: `${n} ${one(n, 'lidmaatschap gaat', 'lidmaatschappen gaan')} terug naar ${library}; wat er intussen hernieuwd of gewijzigd is, blijft`,
    en: `${n} ${one(n, 'membership goes', 'memberships go')} back to ${library}; what was renewed or changed meanwhile stays`,
    fr: `${n} ${one(n, 'abonnement revient', 'abonnements reviennent')} à ${library} ; ce qui a été renouvelé ou modifié entre-temps demeure`,
  }),
  both: (n: number, [library, other]: Names): Texts => ({
    nl: `${n} ${one(n, 'wordt', 'worden')} opnieuw lid van ${library} en van ${other}`,
    en: `${n} ${one(n, 'becomes a member', 'become members')} of ${library} and of ${other} again`,
    fr: `${n} ${one(n, 'redevient membre', 'redeviennent membres')} de ${library} et de ${other}`,
  }),
  stay: (n: number, [, other]: Names): Texts => ({
    nl: `${n} ${one(n, 'koos', 'kozen')} intussen een vestiging van ${other} en ${one(n, 'blijft', 'blijven')} daar`,
    en: `${n} meanwhile chose a branch of ${other} and ${one(n, 'stays', 'stay')} there`,
    fr: `${n} ${one(n, 'a choisi', 'ont choisi')} entre-temps une implantation de ${other} et y ${one(n, 'reste', 'restent')}`,
  }),
}
