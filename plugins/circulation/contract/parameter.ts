import type { Parameter } from '#core/contract.ts'
import { claimsParameters } from './parameter/claims.ts'
import { finesParameters } from './parameter/fines.ts'
import { holdSearchParameters } from './parameter/hold-search.ts'
import { holdsParameters } from './parameter/holds.ts'
import { loansParameters } from './parameter/loans.ts'
import { returnsParameters } from './parameter/returns.ts'
import { schoolParameters } from './parameter/school.ts'

/** What libraries set about lending, taking in and holds. */
export const circulationParameters: readonly Parameter[] = [
  ...loansParameters, ...schoolParameters, ...returnsParameters, ...finesParameters, ...claimsParameters, ...holdsParameters, ...holdSearchParameters,
]
