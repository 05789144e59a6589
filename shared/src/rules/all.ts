import type { Rule } from './define-rule.ts';
import { documentedRules } from './documented.ts';

/** Every rule, in the order in which lists and pages show them. */
export const rules: readonly Rule[] = documentedRules;
