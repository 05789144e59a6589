import { rules } from './all.ts';

/** The ids of all rules, for those who need not load the rules. */
export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
