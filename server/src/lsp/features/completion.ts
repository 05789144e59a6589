import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';

/** Units by characters, pinyin or initials; domains, documents already cited, rule ids, and the next point or row. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['（', '(', '、', '，', '；', '：', '《', '|', '-'] },
  }),

  start(server) {
    server.connection.onCompletion(
      server.guard<CompletionParams, CompletionList | null>('completion', null, async (params) => {
        const { complete } = await import('./completion/complete.ts');
        return await complete(server, params);
      }),
    );
  },
};
