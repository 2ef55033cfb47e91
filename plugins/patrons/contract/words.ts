import type { Texts } from '#core/contract.ts'

/** The status of a membership in words, by its code (domain/2 §1.4). */
export const statusTitles = {
  1: { nl: 'Nieuw', en: 'New', fr: 'Nouveau' },
  2: { nl: 'Gefactureerd', en: 'Billed', fr: 'Facturé' },
  3: { nl: 'Herinnerd', en: 'Reminded', fr: 'Rappelé' },
  4: { nl: 'Niet betaald', en: 'Not paid', fr: 'Impayé' },
  5: { nl: 'Normaal', en: 'Normal', fr: 'Normal' },
  6: { nl: 'Online ingeschreven, nog te betalen', en: 'Enrolled online, to be paid', fr: 'Inscrit en ligne, à payer' },
  7: { nl: 'Online ingeschreven, nog te bevestigen', en: 'Enrolled online, to be confirmed', fr: 'Inscrit en ligne, à confirmer' },
  8: { nl: 'Uitgesloten', en: 'Banned', fr: 'Exclu' },
  9: { nl: 'Uitgeschreven', en: 'Ended', fr: 'Désinscrit' },
} as const satisfies Readonly<Record<number, Texts>>
export type Status = keyof typeof statusTitles

/** Why somebody is a member no longer. */
export const endTitles = {
  asked: { nl: 'op eigen vraag', en: 'on their own request', fr: 'à sa demande' },
  moved: { nl: 'verhuisd', en: 'moved away', fr: 'déménagé' },
  deceased: { nl: 'overleden', en: 'deceased', fr: 'décédé' },
  unpaid: { nl: 'lidgeld niet betaald', en: 'fee not paid', fr: 'cotisation impayée' },
  misuse: { nl: 'misbruik', en: 'misuse', fr: 'abus' },
  merged: { nl: 'bibliotheek samengevoegd', en: 'library merged', fr: 'bibliothèque fusionnée' },
  double: { nl: 'dubbel ingeschreven', en: 'enrolled twice', fr: 'inscrit deux fois' },
  unconfirmed: { nl: 'online inschrijving nooit bevestigd', en: 'online enrolment never confirmed', fr: 'inscription en ligne jamais confirmée' },
  other: { nl: 'andere reden', en: 'another reason', fr: 'autre motif' },
} as const satisfies Readonly<Record<string, Texts>>
export type EndReason = keyof typeof endTitles

export const blockTitles = {
  lost: { nl: 'verloren', en: 'lost', fr: 'perdue' },
  stolen: { nl: 'gestolen', en: 'stolen', fr: 'volée' },
  damaged: { nl: 'beschadigd', en: 'damaged', fr: 'abîmée' },
  other: { nl: 'andere reden', en: 'another reason', fr: 'autre motif' },
} as const satisfies Readonly<Record<string, Texts>>

/** What a line of somebody's periods tells. */
export const actTitles = {
  enrolled: { nl: 'ingeschreven', en: 'enrolled', fr: 'inscrit' },
  renewed: { nl: 'hernieuwd', en: 'renewed', fr: 'renouvelé' },
  changed: { nl: 'andere lidsoort', en: 'another type', fr: 'autre type' },
  cancelled: { nl: 'opgezegd', en: 'cancelled', fr: 'résilié' },
  merged: { nl: 'samengevoegd', en: 'merged', fr: 'fusionné' },
  'taken-over': { nl: 'overgenomen', en: 'taken over', fr: 'repris' },
} as const satisfies Readonly<Record<string, Texts>>
