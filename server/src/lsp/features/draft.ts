import { RequestType } from 'vscode-languageserver';
import {
  DRAFT,
  DRAFT_CHOICES,
  type DraftChoicesParams,
  type DraftChoicesResult,
  type DraftParams,
  type DraftRefusal,
  type DraftResult,
} from '#shared/protocol.ts';
import type { Feature } from '../feature.ts';
import { refusals } from './draft/refusals.ts';

/** Next year's pair from last year's: what can be carried over, and the draft. */
export const draft: Feature = {
  start({ connection, session, guard }) {
    // Each call asks for the answer in the language that the client has named by then.
    const failed = (): DraftRefusal => ({ refusal: refusals.failed[session.locale] });
    connection.onRequest(
      new RequestType<DraftChoicesParams, DraftChoicesResult, void>(DRAFT_CHOICES),
      (params, token) =>
        guard<DraftChoicesParams, DraftChoicesResult>('draft choices', failed(), async (asked) =>
          (await import('./draft/make-draft.ts')).choicesOf(session, asked),
        )(params, token),
    );
    connection.onRequest(new RequestType<DraftParams, DraftResult, void>(DRAFT), (params, token) =>
      guard<DraftParams, DraftResult>('draft', failed(), async (asked) =>
        (await import('./draft/make-draft.ts')).draftOf(session, asked),
      )(params, token),
    );
  },
};
