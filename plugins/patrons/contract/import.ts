import { Type, type Static, type TSchema } from 'typebox'
import { UnitId, type Texts } from '#core/contract.ts'

const strict = { additionalProperties: false } as const
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Text = Type.String()

/** A column of a file of patrons: what it may be called, and what stands in it. */
export interface ImportColumn {
  readonly headings: readonly string[]
  readonly required?: boolean
  readonly says: Texts
}

/** The columns of a file; capitals, spaces and hyphens in a heading do not matter. */
export const importColumns = {
  number: {
    headings: ['extern nummer', 'external number', 'numéro externe'],
    says: { nl: 'nummer in het vorige systeem; herkent wie er al is', en: 'number in the former system; tells who is there already', fr: 'numéro dans l’ancien système ; reconnaît qui existe déjà' },
  },
  card: {
    headings: ['kaartnummer', 'card number', 'numéro de carte', 'kaart', 'card', 'carte'],
    says: { nl: '4 tot 20 cijfers en hoofdletters', en: '4 to 20 digits and capitals', fr: 'de 4 à 20 chiffres et majuscules' },
  },
  kind: {
    headings: ['soort', 'kind', 'sorte'],
    says: { nl: 'persoon of instelling; leeg is persoon', en: 'person or institution; empty is a person', fr: 'personne ou institution ; vide : personne' },
  },
  familyName: {
    headings: ['familienaam', 'family name', 'nom', 'naam', 'achternaam', 'last name', 'nom de famille'], required: true,
    says: { nl: 'hoogstens 100 tekens', en: 'at most 100 characters', fr: '100 caractères au plus' },
  },
  firstName: {
    headings: ['voornaam', 'first name', 'prénom'],
    says: { nl: 'hoogstens 100 tekens', en: 'at most 100 characters', fr: '100 caractères au plus' },
  },
  bornOn: {
    headings: ['geboortedatum', 'date of birth', 'date de naissance'],
    says: { nl: '12/5/1990 of 1990-05-12', en: '12/5/1990 or 1990-05-12', fr: '12/5/1990 ou 1990-05-12' },
  },
  sex: {
    headings: ['geslacht', 'sex', 'sexe'], says: { nl: 'v, m of x', en: 'f, m or x', fr: 'f, m ou x' },
  },
  language: {
    headings: ['taal', 'language', 'langue'], says: { nl: 'nl, fr of en', en: 'nl, fr or en', fr: 'nl, fr ou en' },
  },
  email: {
    headings: ['e-mail', 'e-mailadres', 'e-mail address', 'adresse e-mail', 'mail'],
    says: { nl: 'an@voorbeeld.be', en: 'an@example.be', fr: 'an@exemple.be' },
  },
  phone: {
    headings: ['telefoon', 'phone', 'téléphone'], says: { nl: '09 123 45 67', en: '09 123 45 67', fr: '09 123 45 67' },
  },
  mobile: {
    headings: ['gsm', 'mobile', 'mobiel'], says: { nl: '0470 12 34 56', en: '0470 12 34 56', fr: '0470 12 34 56' },
  },
  street: {
    headings: ['straat', 'street', 'rue'], says: { nl: 'met postcode en gemeente, of geen van de drie', en: 'with postal code and city, or none of the three', fr: 'avec code postal et commune, ou aucun des trois' },
  },
  house: {
    headings: ['huisnummer', 'house number', 'numéro de maison', 'nr'], says: { nl: '12 of 12A', en: '12 or 12A', fr: '12 ou 12A' },
  },
  box: { headings: ['bus', 'box', 'boîte'], says: { nl: '3', en: '3', fr: '3' } },
  postalCode: { headings: ['postcode', 'postal code', 'code postal'], says: { nl: '9630', en: '9630', fr: '9630' } },
  city: { headings: ['gemeente', 'city', 'commune', 'plaats', 'woonplaats'], says: { nl: 'Zwalm', en: 'Zwalm', fr: 'Zwalm' } },
  country: { headings: ['land', 'country', 'pays'], says: { nl: 'BE, NL, FR; leeg is BE', en: 'BE, NL, FR; empty is BE', fr: 'BE, NL, FR ; vide : BE' } },
  contact: {
    headings: ['vertegenwoordiger', 'representative', 'représentant', 'contactpersoon', 'contact', 'ouder', 'parent'],
    says: { nl: 'wie antwoordt voor een minderjarige of een instelling', en: 'who answers for somebody under age or an institution', fr: 'qui répond d’un mineur ou d’une institution' },
  },
  contactEmail: {
    headings: ['e-mail vertegenwoordiger', 'representative e-mail', 'e-mail du représentant'],
    says: { nl: 'ouder@voorbeeld.be', en: 'parent@example.be', fr: 'parent@exemple.be' },
  },
  contactPhone: {
    headings: ['telefoon vertegenwoordiger', 'representative phone', 'téléphone du représentant'],
    says: { nl: '0470 12 34 56', en: '0470 12 34 56', fr: '0470 12 34 56' },
  },
  national: {
    headings: ['rijksregisternummer', 'national number', 'numéro de registre national'],
    says: { nl: 'alleen als de bibliotheek het mag bewaren', en: 'only if the library may keep it', fr: 'seulement si la bibliothèque peut le conserver' },
  },
  tag: {
    headings: ['zoekwoord', 'tag', 'mot-clé'], says: { nl: 'een groep waaronder je hen terugvindt', en: 'a group by which you find them', fr: 'un groupe sous lequel les retrouver' },
  },
  type: {
    headings: ['lidsoort', 'membership type', 'type d’abonnement', 'type d\'abonnement', 'type'], required: true,
    says: { nl: 'de code: 60', en: 'its code: 60', fr: 'son code : 60' },
  },
  branch: {
    headings: ['vestiging', 'branch', 'implantation', 'thuisvestiging'], required: true,
    says: { nl: 'het nummer van een vestiging van deze bibliotheek', en: 'the number of a branch of this library', fr: 'le numéro d’une implantation de cette bibliothèque' },
  },
  from: {
    headings: ['lid vanaf', 'member from', 'membre depuis', 'vanaf'],
    says: { nl: 'leeg is vandaag', en: 'empty is today', fr: 'vide : aujourd’hui' },
  },
  until: {
    headings: ['lid tot', 'member until', 'membre jusqu’au', 'membre jusqu\'au', 'tot', 'vervaldatum'],
    says: { nl: 'laatste dag; leeg: zoals bij inschrijven', en: 'last day; empty: as at enrolling', fr: 'dernier jour ; vide : comme à l’inscription' },
  },
} as const satisfies Readonly<Record<string, ImportColumn>>
export type ImportField = keyof typeof importColumns

/** What happens to whoever is known already: left as they are, or brought up to date with what the file says. */
const Known = Type.Enum(['skip', 'update'])

export const PatronsFile = Type.Object({
  id: UnitId, library: UnitId,
  name: Type.String({ minLength: 1, maxLength: 250, pattern: '\\S' }),
  content: Type.String({ minLength: 1, maxLength: 30_000_000 }),
}, strict)
export type PatronsFile = Static<typeof PatronsFile>
export const TakeWanted = Type.Object({ known: Known }, strict)
export type TakeWanted = Static<typeof TakeWanted>

/** How far it is and what it came to: rows that are new, known, double, wrong. */
export const ImportProgress = Type.Object({
  state: Type.Enum(['waiting', 'running', 'done', 'failed']), done: Type.Integer(), total: orNull(Type.Integer()),
  entered: Type.Integer(), updated: Type.Integer(), same: Type.Integer(), skipped: Type.Integer(), doubles: Type.Integer(), faulty: Type.Integer(),
  /** Why it stopped, where the file as a whole cannot be read. */
  stopped: orNull(Text),
})
export type ImportProgress = Static<typeof ImportProgress>

const Line = Type.Object({ line: Type.Integer(), column: orNull(Text), outcome: Text, reason: Text, patron: orNull(Type.Integer()) })
export type ImportLine = Static<typeof Line>

export const PatronsImport = Type.Object({
  id: UnitId, library: UnitId, name: Text, at: Text, by: orNull(Text), known: orNull(Known),
  /** The very same file was taken in here before, on this moment. */
  takenBefore: orNull(Text),
  /** Whether its rows can still be taken in: the text of a file is kept for some days only. */
  mayTake: Type.Boolean(),
  looked: ImportProgress, taken: orNull(ImportProgress),
  /** What was wrong how often, the most frequent first. */
  reasons: Type.Array(Type.Object({ column: orNull(Text), outcome: Text, reason: Text, count: Type.Integer() })),
  /** The first rows that did not simply pass, of the last of the two. */
  lines: Type.Array(Line), moreLines: Type.Integer(),
})
export type PatronsImport = Static<typeof PatronsImport>
export const PatronsImports = Type.Object({ data: Type.Array(Type.Object({
  id: UnitId, name: Text, at: Text, by: orNull(Text), takenAt: orNull(Text),
})) })
export type PatronsImports = Static<typeof PatronsImports>
export const ImportsAsked = Type.Object({ library: UnitId }, strict)
