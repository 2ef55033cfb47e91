/** Words from which invented people and books are made; whoever bears such a name is not meant. */
export const familyNames = [
  'Peeters', 'Janssens', 'Maes', 'Jacobs', 'Mertens', 'Willems', 'Claes', 'Goossens', 'Wouters', 'De Smet', 'Dubois', 'Lambert',
  'Hermans', 'Pauwels', 'Dupont', 'Vermeulen', 'Van den Bossche', 'Aerts', 'Michiels', 'Hendrickx', 'Desmet', 'De Clercq', 'Vandenberghe',
  'Van Damme', 'Janssen', 'Segers', 'Baert', 'Coppens', 'Verhoeven', 'Stevens', 'Smets', 'Van Dyck', 'Verstraete', 'De Backer',
  'Thijs', 'Christiaens', 'Cools', 'Bogaert', 'Lemmens', 'Yilmaz', 'El Idrissi', 'Benali', 'Kaya', 'Nguyen', 'Kowalska', 'Popescu',
  'De Wachter', 'Verbeke', 'Lenaerts', 'Geerts', 'Nijs', 'Van de Velde', 'Callens', 'Deprez', 'Ooms', 'Wijnants',
] as const
export const girls = [
  'Marie', 'Louise', 'Emma', 'Noor', 'Elise', 'Lotte', 'Fien', 'Anna', 'Jana', 'Amber', 'Sara', 'Lina', 'Yasmina', 'Zoë', 'Hilde',
  'Ann', 'Griet', 'Els', 'Martine', 'Nicole', 'Godelieve', 'Rita', 'Fatima', 'Aïcha', 'Katrien', 'Ingrid', 'Sofie', 'Leen',
] as const
export const boys = [
  'Jan', 'Lucas', 'Arthur', 'Noah', 'Liam', 'Jules', 'Finn', 'Mathis', 'Adam', 'Mohamed', 'Stijn', 'Bram', 'Wout', 'Koen', 'Dirk',
  'Luc', 'Marc', 'Patrick', 'Johan', 'Jef', 'Georges', 'Roger', 'Ahmed', 'Pieter', 'Thomas', 'Tijs', 'Rik', 'Joris',
] as const
export const streets = [
  'Kerkstraat', 'Dorpsstraat', 'Stationsstraat', 'Molenstraat', 'Schoolstraat', 'Nieuwstraat', 'Veldstraat', 'Kapellestraat',
  'Bosstraat', 'Lindelaan', 'Beekstraat', 'Hoogstraat', 'Kasteelstraat', 'Populierenlaan', 'Steenweg', 'Eikenlaan',
] as const
export const mailHosts = ['example.be', 'example.com', 'example.org'] as const

const things = [
  'brug', 'tuin', 'winter', 'spiegel', 'rivier', 'brief', 'zolder', 'nacht', 'trein', 'zomer', 'vuurtoren', 'bakker', 'zus', 'koffer',
  'fiets', 'stad', 'jager', 'storm', 'klok', 'sleutel', 'haven', 'kaart', 'vos', 'lantaarn',
] as const
const shapes = [
  (a: string, b: string) => `De ${a} en de ${b}`, (a: string, b: string) => `Het geheim van de ${a} bij de ${b}`,
  (a: string, b: string) => `Alles over de ${a}, en over de ${b}`, (a: string, b: string) => `Voorbij de ${a}, naar de ${b}`,
  (a: string, b: string) => `Onder de ${a}, boven de ${b}`, (a: string, b: string) => `Zonder ${a}, met ${b}`,
] as const
/** Two nouns in one of a few forms: some three thousand titles. */
export const titleOf = (n: number): string => {
  const [first = 'brug', second = 'tuin'] = [things[n % things.length], things[(n * 7 + Math.floor(n / things.length) + 1) % things.length]]
  return (shapes[Math.floor(n / 5) % shapes.length] ?? shapes[0])(first, second)
}
