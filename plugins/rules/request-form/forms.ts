import { missingRuleForm } from './missing-rule.ts'

/** What libraries ask about the rules by which they lend. */
export const rulesForms = [missingRuleForm] as const
