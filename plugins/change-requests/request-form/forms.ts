import { moneyCodeForm, oldRecordsForm } from './money-codes.ts'
import { questionForm } from './question.ts'
import { subscriptionForm } from './subscription.ts'

/** What libraries ask that no plugin does yet, or that no change answers. */
export const changeRequestsForms = [subscriptionForm, moneyCodeForm, oldRecordsForm, questionForm] as const
