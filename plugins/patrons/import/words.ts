import type { Texts } from '#core/contract.ts'

/** What was wrong with a row, by its code. */
export const importWords = {
  'family-name': { nl: 'Vul een familienaam in van hoogstens 100 tekens.', en: 'Give a family name of at most 100 characters.', fr: 'Indiquez un nom de 100 caractères au plus.' },
  empty: { nl: 'Deze rij is leeg.', en: 'This row is empty.', fr: 'Cette ligne est vide.' },
  'too-long': { nl: 'Dit is te lang.', en: 'This is too long.', fr: 'C’est trop long.' },
  kind: { nl: 'Schrijf persoon of instelling.', en: 'Write person or institution.', fr: 'Écrivez personne ou institution.' },
  day: { nl: 'Dit is geen datum: schrijf 12/5/1990 of 1990-05-12.', en: 'This is no date: write 12/5/1990 or 1990-05-12.', fr: 'Ce n’est pas une date : écrivez 12/5/1990 ou 1990-05-12.' },
  born: { nl: 'Deze geboortedatum kan niet.', en: 'This date of birth cannot be.', fr: 'Cette date de naissance est impossible.' },
  'born-later': { nl: 'De geboortedatum ligt in de toekomst.', en: 'The date of birth lies in the future.', fr: 'La date de naissance est dans le futur.' },
  sex: { nl: 'Schrijf v, m of x.', en: 'Write f, m or x.', fr: 'Écrivez f, m ou x.' },
  language: { nl: 'Schrijf nl, fr of en.', en: 'Write nl, fr or en.', fr: 'Écrivez nl, fr ou en.' },
  email: { nl: 'Dit is geen e-mailadres.', en: 'This is no e-mail address.', fr: 'Ce n’est pas une adresse e-mail.' },
  phone: { nl: 'Dit is geen telefoonnummer.', en: 'This is no phone number.', fr: 'Ce n’est pas un numéro de téléphone.' },
  address: { nl: 'Straat, postcode en gemeente horen samen.', en: 'Street, postal code and city go together.', fr: 'Rue, code postal et commune vont ensemble.' },
  country: { nl: 'Schrijf het land met twee letters, zoals BE.', en: 'Write the country with two letters, such as BE.', fr: 'Écrivez le pays en deux lettres, comme BE.' },
  'no-such-type': { nl: 'Deze lidsoort wordt hier niet gebruikt.', en: 'This type of membership is not in use here.', fr: 'Ce type d’abonnement n’est pas utilisé ici.' },
  'for-institutions': { nl: 'Deze lidsoort is voor instellingen.', en: 'This type of membership is for institutions.', fr: 'Ce type d’abonnement est réservé aux institutions.' },
  'for-persons': { nl: 'Deze lidsoort is voor personen.', en: 'This type of membership is for persons.', fr: 'Ce type d’abonnement est réservé aux personnes.' },
  'too-young': { nl: 'Te jong voor deze lidsoort.', en: 'Too young for this type of membership.', fr: 'Trop jeune pour ce type d’abonnement.' },
  'too-old': { nl: 'Te oud voor deze lidsoort.', en: 'Too old for this type of membership.', fr: 'Trop âgé(e) pour ce type d’abonnement.' },
  missing: { nl: 'Dit ontbreekt: de bibliotheek vraagt het bij het inschrijven.', en: 'This is missing: the library asks for it at enrolment.', fr: 'Ceci manque : la bibliothèque le demande à l’inscription.' },
  contact: { nl: 'Geef ook de naam van de vertegenwoordiger.', en: 'Give the name of the representative as well.', fr: 'Indiquez aussi le nom du représentant.' },
  'national-off': { nl: 'Deze bibliotheek bewaart geen rijksregisternummers.', en: 'This library keeps no national numbers.', fr: 'Cette bibliothèque ne conserve pas de numéros de registre national.' },
  'national-digits': { nl: 'Dit rijksregisternummer klopt niet: kijk de cijfers na.', en: 'This national number is not right: check its digits.', fr: 'Ce numéro de registre national est inexact : vérifiez les chiffres.' },
  'national-taken': { nl: 'Dit rijksregisternummer is al van iemand anders.', en: 'Somebody else has this national number already.', fr: 'Ce numéro de registre national appartient déjà à quelqu’un d’autre.' },
  branch: { nl: 'Geef het nummer van een vestiging van deze bibliotheek.', en: 'Give the number of a branch of this library.', fr: 'Indiquez le numéro d’une implantation de cette bibliothèque.' },
  until: { nl: 'Het lidmaatschap eindigt voor het begint.', en: 'The membership ends before it begins.', fr: 'L’abonnement se termine avant de commencer.' },
  card: { nl: 'Een kaartnummer heeft 4 tot 20 cijfers en hoofdletters.', en: 'A card number has 4 to 20 digits and capitals.', fr: 'Un numéro de carte compte de 4 à 20 chiffres et majuscules.' },
  'card-digit': { nl: 'Dit kaartnummer klopt niet: er staat een cijfer verkeerd.', en: 'This card number is not right: one of its digits is wrong.', fr: 'Ce numéro de carte est inexact : un chiffre est erroné.' },
  'card-taken': { nl: 'Dit kaartnummer is niet vrij.', en: 'This card number is not free.', fr: 'Ce numéro de carte n’est pas libre.' },
  twice: { nl: 'Dit stond al hoger in het bestand.', en: 'This stood further up in the file.', fr: 'Ceci figurait déjà plus haut dans le fichier.' },
  conflict: { nl: 'Nummer en kaart zijn van twee verschillende leners.', en: 'Number and card are of two different patrons.', fr: 'Le numéro et la carte appartiennent à deux usagers différents.' },
  double: { nl: 'Er is al een lener met deze naam en geboortedatum. Niet ingelezen: vergelijk, en schrijf zo nodig in aan de balie.', en: 'There is a patron with this name and date of birth already. Not taken in: compare, and enrol at the desk if need be.', fr: 'Un usager porte déjà ce nom et cette date de naissance. Non importé : comparez et inscrivez au comptoir si nécessaire.' },
  known: { nl: 'Deze lener is er al; er veranderde niets.', en: 'This patron is there already and stayed as they are.', fr: 'Cet usager existe déjà et est resté tel quel.' },
  deceased: { nl: 'Deze lener is overleden; er veranderde niets.', en: 'This patron is deceased and stayed as they are.', fr: 'Cet usager est décédé et est resté tel quel.' },
  number: { nl: 'Dit nummer is langer dan 40 tekens.', en: 'This number is longer than 40 characters.', fr: 'Ce numéro dépasse 40 caractères.' },
} as const satisfies Readonly<Record<string, Texts>>
export type ImportCode = keyof typeof importWords

export const outcomeWords = {
  faulty: { nl: 'fout', en: 'wrong', fr: 'erreur' },
  double: { nl: 'dubbel', en: 'double', fr: 'doublon' },
  skipped: { nl: 'overgeslagen', en: 'skipped', fr: 'ignoré' },
} as const satisfies Readonly<Record<string, Texts>>
export type Outcome = keyof typeof outcomeWords
