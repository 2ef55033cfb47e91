import type { FirstWords } from '#core/plugin.ts'
import { materialTypeFact, membershipTypeFact, type MaterialType, type MembershipType } from './contract/list.ts'

type Kind = MembershipType['kind']
type Named = readonly [code: string, nl: string, en: string, fr: string]

const persons: readonly Named[] = [
  ['1', 'Jeugd', 'Youth', 'Jeunesse'],
  ['20', 'Jongere', 'Young person', 'Jeune'],
  ['40', 'Jongvolwassene', 'Young adult', 'Jeune adulte'],
  ['60', 'Volwassene', 'Adult', 'Adulte'],
  ['61', 'Volwassene buiten gemeente', 'Adult non-resident', 'Adulte hors commune'],
  ['62', 'Volwassene plus', 'Adult plus', 'Adulte plus'],
  ['80', 'Senior', 'Senior', 'Senior'],
  ['81', 'Senior buiten gemeente', 'Senior non-resident', 'Senior hors commune'],
  ['100', 'Bibliotheekpersoneel', 'Library staff', 'Personnel de la bibliothèque'],
  ['101', 'Gemeentepersoneel', 'Municipal staff', 'Personnel communal'],
  ['102', 'Vrijwilliger', 'Volunteer', 'Bénévole'],
  ['103', 'Bib aan huis', 'Library at home', 'Bibliothèque à domicile'],
  ['121', 'Leerkracht', 'Teacher', 'Enseignant'],
  ['122', 'Leerkracht buiten gemeente', 'Teacher non-resident', 'Enseignant hors commune'],
  ['123', 'Leerkracht in opleiding', 'Teacher in training', 'Enseignant en formation'],
  ['124', 'Leerling', 'Pupil', 'Élève'],
  ['125', 'Student', 'Student', 'Étudiant'],
  ['150', 'Kinder- en jeugdjury', 'Children’s and youth jury', 'Jury des enfants et des jeunes'],
  ['151', 'Internetgebruiker volwassene', 'Internet user adult', 'Utilisateur d’internet adulte'],
  ['152', 'Internetgebruiker jeugd', 'Internet user youth', 'Utilisateur d’internet jeune'],
  ['153', 'Vrijetijdspas', 'Leisure pass', 'Pass loisirs'],
  ['154', 'Buitenlander volwassene', 'From abroad, adult', 'De l’étranger, adulte'],
  ['155', 'Buitenlander jeugd', 'From abroad, youth', 'De l’étranger, jeune'],
  ['156', 'MIA volwassene', 'MIA adult', 'MIA adulte'],
  ['157', 'MIA jeugd', 'MIA youth', 'MIA jeune'],
  ['158', 'Gedetineerde', 'Prisoner', 'Détenu'],
  ['159', 'VIP-klant', 'VIP customer', 'Client VIP'],
  ['160', 'Tijdelijke klant', 'Temporary customer', 'Client temporaire'],
]
const institutions: readonly Named[] = [
  ['126', 'Doelgroepenwerking', 'Work with target groups', 'Travail avec des publics cibles'],
  ['180', 'Instelling', 'Institution', 'Institution'],
  ['181', 'IBL-bibliotheek', 'Library for inter-library loan', 'Bibliothèque PEB'],
]
const others: readonly Named[] = [
  // One page of the source calls it a person, another an institution.
  ['120', 'Klas', 'Class', 'Classe'],
  ['210', 'Administratieve pas', 'Administrative card', 'Carte administrative'],
  ['211', 'Speciale pas', 'Special card', 'Carte spéciale'],
]

const materials: readonly Named[] = [
  ['BOEK', 'Boek', 'Book', 'Livre'],
  ['STRIP', 'Strip', 'Comic', 'Bande dessinée'],
  ['TIJDSCHRIFT', 'Tijdschrift', 'Magazine', 'Revue'],
  ['KRANT', 'Krant', 'Newspaper', 'Journal'],
  ['SPRINTER', 'Sprinter', 'Quick loan', 'Prêt express'],
  ['LUISTERBOEK', 'Luisterboek', 'Audiobook', 'Livre audio'],
  ['DAISY', 'Daisyboek', 'Daisy book', 'Livre Daisy'],
  ['TAALCURSUS', 'Taalcursus', 'Language course', 'Cours de langue'],
  ['PARTITUUR', 'Bladmuziek', 'Sheet music', 'Partition'],
  ['CD', 'Cd', 'CD', 'CD'],
  ['VINYL', 'Vinyl', 'Vinyl record', 'Disque vinyle'],
  ['DVD', 'Dvd', 'DVD', 'DVD'],
  ['BLURAY', 'Blu-ray', 'Blu-ray', 'Blu-ray'],
  ['SPEL', 'Game', 'Game', 'Jeu vidéo'],
  ['BORDSPEL', 'Bordspel', 'Board game', 'Jeu de société'],
  ['SPEELGOED', 'Speelgoed', 'Toy', 'Jouet'],
  ['KAMISHIBAI', 'Kamishibai', 'Kamishibai', 'Kamishibai'],
  ['VERTELTAS', 'Verteltas', 'Story bag', 'Sac à histoires'],
  ['POSTER', 'Poster', 'Poster', 'Affiche'],
  ['EREADER', 'E-reader', 'E-reader', 'Liseuse'],
]

const typesOf = (kind: Kind, types: readonly Named[]) => types.map(([code, nl, en, fr]): [string, MembershipType] =>
  [code, { name: { nl, en, fr }, kind, ...(code === '60' ? { statistics: 'xxD' } : {}) }])

/** The types of membership that Flemish libraries share, and the usual types of material: a new region edits them. */
export const firstLists: readonly FirstWords[] = [
  {
    fact: membershipTypeFact, title: { nl: 'lidsoorten', en: 'types of membership', fr: 'types d’abonnement' },
    words: Object.fromEntries([
      ...typesOf('person', persons), ...typesOf('institution', institutions), ...typesOf('none', others),
    ]),
  },
  {
    fact: materialTypeFact, title: { nl: 'materiaalsoorten', en: 'types of material', fr: 'types de document' },
    words: Object.fromEntries(materials.map(([code, nl, en, fr]): [string, MaterialType] => [code, { name: { nl, en, fr } }])),
  },
]
