import type { Parameter } from '#core/contract.ts'
import { feeTermParameters } from './parameter/fee-term.ts'
import { membershipParameters } from './parameter/membership.ts'
import { onlineParameters } from './parameter/online.ts'
import { passwordParameters } from './parameter/password.ts'
import { recordParameters } from './parameter/record.ts'
import { schoolParameters } from './parameter/school.ts'
import { typeParameters } from './parameter/type.ts'

/** What libraries set about their patrons. */
export const patronsParameters: readonly Parameter[] = [
  ...membershipParameters, ...feeTermParameters, ...recordParameters, ...onlineParameters, ...passwordParameters,
  ...typeParameters, ...schoolParameters,
]
