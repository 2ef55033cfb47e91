import type { Day, Language, Texts } from '#core/contract.ts'
import { dayIn } from '#core/wording.ts'
import type { Act, StepRow } from './row.ts'

/** A day that was said at a desk without a server: no change of a calendar moved it. */
export const isToldAloud = ({ act, setId }: Pick<StepRow, 'act' | 'setId'>): boolean => act === 'moved' && setId === null

/** What happened to the day of a term after it was given, in order. */
export const movedWords = (language: Language, steps: readonly StepRow[]): string[] => steps.flatMap(step => {
  const { act, dueBefore, dueAfter, reason } = step
  if ((act !== 'moved' && act !== 'moved-back') || !dueBefore || !dueAfter) return []
  return [isToldAloud(step) ? toldWords(language, dueBefore, dueAfter) : movedSentence(language, act, dueBefore, dueAfter, reason)]
})

function toldWords(language: Language, before: Day, after: Day): string {
  const [was, is] = [dayIn(language, before), dayIn(language, after)]
  return {
    nl: `Toen er geen server was, zei de balie ${is} in plaats van ${was}: die latere datum blijft gelden.`,
    en: `When there was no server, the desk said ${is} instead of ${was}: that later day stands.`,
    fr: `Sans serveur, le comptoir a annoncé le ${is} au lieu du ${was} : cette date plus tardive reste valable.`,
  }[language]
}

function movedSentence(language: Language, act: Act, before: Day, after: Day, why: string | null): string {
  const [was, is] = [dayIn(language, before), dayIn(language, after)]
  const back: Texts = {
    nl: `Die verschuiving is teruggedraaid: van ${was} naar ${is}.`, en: `That move was put back: from ${was} to ${is}.`,
    fr: `Ce report a été annulé : du ${was} au ${is}.`,
  }
  const moved: Texts = why ? {
    nl: `Daarna heeft je bib de datum verschoven van ${was} naar ${is}, omdat de vestiging sluit: ${why}.`,
    en: `After that your library moved the day from ${was} to ${is}, because the branch closes: ${why}.`,
    fr: `Ensuite, votre bibliothèque a reporté la date du ${was} au ${is}, parce que l’implantation ferme : ${why}.`,
  } : {
    nl: `Daarna is de datum verschoven van ${was} naar ${is}, omdat de kalender veranderde.`,
    en: `After that the day was moved from ${was} to ${is}, because the calendar changed.`,
    fr: `Ensuite, la date a été reportée du ${was} au ${is}, parce que le calendrier a changé.`,
  }
  return (act === 'moved' ? moved : back)[language]
}

const saidWithoutServer: Texts = { nl: 'Gezegd zonder server', en: 'Said without a server', fr: 'Annoncé sans serveur' }

export const stepName = (language: Language, step: StepRow): string => (isToldAloud(step) ? saidWithoutServer : stepNames[step.act])[language]

export const stepNames: Readonly<Record<Act, Texts>> = {
  lent: { nl: 'Uitgeleend', en: 'Lent', fr: 'Prêté' },
  renewed: { nl: 'Verlengd', en: 'Renewed', fr: 'Prolongé' },
  moved: { nl: 'Verschoven', en: 'Moved', fr: 'Reporté' },
  'moved-back': { nl: 'Teruggezet', en: 'Moved back', fr: 'Remis' },
  frozen: { nl: 'Boete stilgezet', en: 'Fine stands still', fr: 'Amende suspendue' },
  thawed: { nl: 'Boete loopt weer', en: 'Fine runs again', fr: 'L’amende reprend' },
  claimed: { nl: 'Volgens de lener teruggebracht', en: 'Claimed returned', fr: 'Déclaré rendu' },
  found: { nl: 'Weer geldig', en: 'Stands again', fr: 'De nouveau valable' },
  lost: { nl: 'Verloren gemeld', en: 'Reported lost', fr: 'Déclaré perdu' },
  returned: { nl: 'Teruggebracht', en: 'Returned', fr: 'Rendu' },
  undone: { nl: 'Ongedaan gemaakt', en: 'Undone', fr: 'Annulé' },
  'passed-on': { nl: 'Doorgegeven aan iemand anders', en: 'Handed on to somebody else', fr: 'Transmis à quelqu’un d’autre' },
}
