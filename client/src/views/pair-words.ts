import { l10n } from 'vscode';
import type { PairWords } from './pair-messages.ts';

export function pairWords(): PairWords {
  return {
    point: l10n.t('Work point'),
    row: l10n.t('Row of the task list'),
    noPoint: l10n.t('The work points have no point for this row.'),
    noRow: l10n.t('The task list has no row for this point.'),
    section: l10n.t('Section'),
    domain: l10n.t('Domain'),
    task: l10n.t('Task'),
    text: l10n.t('Text'),
    measures: l10n.t('Measures'),
    lead: l10n.t('Lead units'),
    responsible: l10n.t('Responsible units'),
    deadline: l10n.t('Deadline'),
    none: l10n.t('none'),
    onlyHere: l10n.t('only on this side'),
    findings: l10n.t('Findings'),
    noFindings: l10n.t('Nothing to correct in this task.'),
    previous: l10n.t('Previous task'),
    next: l10n.t('Next task'),
    goTo: l10n.t('Go to'),
    goToSide: l10n.t('Go to {0}', '{0}'),
    announcement: l10n.t('Task {0}, {1}: {2} findings', '{0}', '{1}', '{2}'),
    announcementOfNone: l10n.t('Task {0}, {1}: nothing to correct', '{0}', '{1}'),
    tasks: l10n.t('Tasks'),
    empty: l10n.t('Put the cursor into a point or a row to see both sides here.'),
    severity: { error: l10n.t('Error'), warning: l10n.t('Warning'), info: l10n.t('Hint') },
  };
}
