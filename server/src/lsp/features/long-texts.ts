import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { tooLong } from '../../drafts/too-long.ts';
import type { Feature } from '../feature.ts';
import { nameOf } from '../uri.ts';

/** What a text that is none of our business seldom holds. */
const OURS = /牵头单位|责任单位|工作要点|任务清单/;

/**
 * Says once of an open draft that it is too long to be judged: no other feature does anything for it. Nothing is said of
 * a text that is long but no draft.
 */
export const longTexts: Feature = {
  start({ connection, session }) {
    const told = new Set<string>();
    session.documents.onDidChangeContent(({ document }) => {
      const { uri } = document;
      if (told.has(uri)) return;
      const problem = tooLong(document.getText());
      if (problem === undefined) return;
      told.add(uri);
      if (!OURS.test(document.getText())) return;
      const name = nameOf(uri);
      const message =
        session.locale === 'zh'
          ? `“${name}”：${problem.what.zh}，因此不检查。${problem.cure.zh}`
          : `“${name}”: ${problem.what.en}, so it is not checked. ${problem.cure.en}`;
      // A notification: a client that does not show it owes no answer.
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    });
    session.documents.onDidClose(({ document: { uri } }) => told.delete(uri));
  },
};
