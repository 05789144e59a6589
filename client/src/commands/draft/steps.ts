import { l10n } from 'vscode';
import type { StepPlace } from '../../wizard.ts';

const steps = ['file', 'year', 'carry', 'target'] as const;

/** Where a question stands among those of the command. */
export function placeOf(step: (typeof steps)[number], title: string): StepPlace {
  return {
    title: l10n.t('Draft next year’s pair: {0}', title),
    step: steps.indexOf(step) + 1,
    totalSteps: steps.length,
  };
}
