import type { Hover, HoverParams } from 'vscode-languageserver';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { targetAt } from '../lookup.ts';
import { hoverText } from '../older-clients.ts';
import { describeTarget } from './hover/describe-target.ts';

/** What stands under the cursor, and what the other side of the pair has to it. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),

  start({ connection, session, guard, client }) {
    connection.onHover(
      guard<HoverParams, Hover | null>('hover', null, async ({ textDocument, position }) => {
        const judged = await session.ours(textDocument.uri);
        if (judged === undefined) return null;
        const { source } = judged.file;
        const target = targetAt(judged, source.offsetAt(position));
        const value = target === undefined ? undefined : describeTarget(target, judged, session.locale);
        if (target === undefined || value === undefined) return null;
        return {
          contents: hoverText(client(), value),
          range: toRange(source, target.span.start, target.span.end),
        };
      }),
    );
  },
};
