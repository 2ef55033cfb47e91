import type { Tried } from '#plugins/rules/contract/answer.ts'

type Words = (key: string, words: Readonly<Record<string, string>>) => string

/** As what a member of another library borrows here, and by whose word. */
export const visitorWords = ({ home, membership: { code, name }, link }: NonNullable<Tried['visitor']>, who: string, words: Words) =>
  words(link ? 'rules.try.linked' : 'rules.try.sameCode', {
    home: home.unitName, theirs: `${code} ${name}`, ours: who, group: link?.unitName ?? '',
  })
