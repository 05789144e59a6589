import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { makeGuard, Outdated, Refusal } from '#server/lsp/guard.ts';

describe('the guard of every request', () => {
  let log: string[];
  const guarded = (work: () => string) => makeGuard((line) => log.push(line))<object, string>('hover', 'nothing', work);
  const fails = (error: Error) => () => {
    throw error;
  };
  const codeOf = (result: unknown) => (result instanceof ResponseError ? result.code : result);

  beforeEach(() => {
    log = [];
  });

  it('gives the value', async () => {
    assert.equal(await guarded(() => 'value')({}, CancellationToken.None), 'value');
  });

  it('gives the harmless answer and a line in the log for a feature that throws', async () => {
    assert.equal(await guarded(fails(new TypeError('broken')))({}, CancellationToken.None), 'nothing');
    assert.match(log.join(), /^hover: TypeError: broken/);
  });

  it('answers a cancelled request as cancelled, without doing the work', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    let worked = false;
    const result = await guarded(() => {
      worked = true;
      return 'value';
    })({}, source.token);
    assert.equal(codeOf(result), LSPErrorCodes.RequestCancelled);
    assert.equal(worked, false);
  });

  it('tells a newer edit and a refusal apart from a failure', async () => {
    assert.equal(
      codeOf(await guarded(fails(new Outdated()))({}, CancellationToken.None)),
      LSPErrorCodes.ContentModified,
    );
    const refused = await guarded(fails(new Refusal('不行')))({}, CancellationToken.None);
    assert.equal(codeOf(refused), LSPErrorCodes.RequestFailed);
    assert.deepEqual(log, []);
  });
});
