import type { Hover, HoverParams } from 'vscode-languageserver';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';
import { targetAt } from '../lookup.ts';
import { hoverText } from '../older-clients.ts';

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
        if (target === undefined) return null;
        const { describeTarget } = await import('./hover/describe-target.ts');
        const value = describeTarget(target, judged, session.locale);
        if (value === undefined) return null;
        return {
          contents: hoverText(client(), value),
          range: toRange(source, target.span.start, target.span.end),
        };
      }),
    );
  },
};
