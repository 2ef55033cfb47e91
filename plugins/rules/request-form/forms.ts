import { holdsForm } from './holds.ts'

/** What libraries ask about the rules by which they lend. */
export const rulesForms = [holdsForm] as const
