import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
} from 'vscode-languageserver';
import type { Finding } from '#shared/findings/finding.ts';
import type { Feature, Server } from '../feature.ts';
import { actionsFor } from '../older-clients.ts';
import { findingsAt } from '../session.ts';
import { FIX_ALL, fixAllAction } from './actions/fix-all.ts';
import { fixActions, fixRuleAction } from './actions/fix-finding.ts';

/**
 * For the findings in a range: their fixes, the same for all findings of a rule, a new unit for the directory, and turning
 * the rule off. For the whole text: all safe fixes.
 */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),

  start(server) {
    server.connection.onCodeAction(
      server.guard<CodeActionParams, (CodeAction | Command)[] | null>('code actions', null, async (params) => {
        const actions = await allActions(server, params);
        return actions === null ? null : actionsFor(server.client(), actions);
      }),
    );
  },
};

async function allActions(server: Server, params: CodeActionParams): Promise<CodeAction[] | null> {
  const { session } = server;
  const judged = await session.ours(params.textDocument.uri);
  if (judged === undefined) return null;
  const { only, triggerKind } = params.context;
  const { source } = judged.file;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, only)) {
    const findings = findingsAt(judged, source.offsetAt(params.range.start), source.offsetAt(params.range.end));
    const first = firstOfRules(findings);
    for (const finding of findings) actions.push(...fixActions(finding, session));
    for (const finding of findings) {
      const { directoryActions } = await import('./actions/add-unit.ts');
      actions.push(...(await directoryActions(finding, judged, server)));
    }
    for (const { rule } of first) actions.push(...fixRuleAction(rule, judged, session));
    for (const finding of first) {
      const { disableActions } = await import('./actions/disable-rule.ts');
      actions.push(...(await disableActions(finding, judged, server)));
    }
  }
  // Costs as much as several judgements: not for a light bulb that follows the cursor.
  const asked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
  if (asked && isWanted(FIX_ALL, only)) actions.push(...fixAllAction(judged, session));
  return actions;
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
}

function firstOfRules(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first.values()];
}
