import { closureForm } from './closure.ts'
import { newBranchForm } from './new-branch.ts'
import { weekdayForm } from './weekday.ts'

/** What libraries ask about their branches and when these are open. */
export const branchesForms = [closureForm, weekdayForm, newBranchForm] as const
