import type { Context } from '#core/context.ts'
import type { Day } from '#core/contract.ts'
import { dayIn } from '#core/wording.ts'
import { membershipTypeFact, type MembershipType } from '#plugins/parameters/contract/list.ts'
import { listed } from '#plugins/parameters/index.ts'
import { statusTitles } from './contract/words.ts'
import { hasInternetBlock, isEnded, type MembershipRow } from './membership.ts'

/** "Volwassene", as the library of the membership calls its type. */
export const typeName = (ctx: Context, { type, branchId }: Pick<MembershipRow, 'type' | 'branchId'>): string =>
  listed<MembershipType>(ctx.configuration, membershipTypeFact, branchId, ctx.today()).get(type)?.name[ctx.language] ?? type

/** Where a membership stands, as one would say it at the desk. */
export function statusSentence({ language }: Context, membership: MembershipRow, day: Day): string {
  const { status, fromOn, untilOn, endsOn } = membership
  const say = (nl: string, en: string, fr: string) => ({ nl, en, fr })[language]
  const on = (one: Day) => dayIn(language, one)
  if (isEnded(membership, day)) return say(`uitgeschreven op ${on(endsOn ?? untilOn)}`, `ended on ${on(endsOn ?? untilOn)}`,
    `désinscrit(e) le ${on(endsOn ?? untilOn)}`)
  if (status === 8) return statusTitles[8][language].toLowerCase()
  if (untilOn < day) return say(`verlopen op ${on(untilOn)}`, `expired on ${on(untilOn)}`, `expiré le ${on(untilOn)}`)
  if (fromOn > day) return say(`geldig vanaf ${on(fromOn)}`, `valid from ${on(fromOn)}`, `valable à partir du ${on(fromOn)}`)
  const valid = endsOn ? say(`opgezegd, geldig tot en met ${on(endsOn)}`, `cancelled, valid until ${on(endsOn)}`,
    `résilié, valable jusqu’au ${on(endsOn)}`) : say(`geldig tot en met ${on(untilOn)}`, `valid until ${on(untilOn)}`,
    `valable jusqu’au ${on(untilOn)}`)
  return [valid, ...owing(status, say), ...(hasInternetBlock(membership)
    ? [say('nog te bevestigen aan de balie', 'to be confirmed at the desk', 'à confirmer au comptoir')] : [])].join(', ')
}

function owing(status: number, say: (nl: string, en: string, fr: string) => string): string[] {
  if (status === 4) return [say('lidgeld niet betaald, al herinnerd', 'fee not paid, reminded already', 'cotisation impayée, déjà rappelée')]
  return status === 2 || status === 3 ? [say('lidgeld nog te betalen', 'fee still to be paid', 'cotisation à payer')] : []
}
