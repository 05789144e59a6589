import { commands, window } from 'vscode';
import * as assert from './assert.ts';
import { closeAll, open, untilFindings } from './support.ts';

describe('commands and views', () => {
  afterEach(closeAll);

  it('offers every command that the palette lists', async () => {
    await open('slips.md').then(({ document }) => untilFindings(document.uri, (rules) => rules.length > 0));
    const known = new Set(await commands.getCommands(true));
    for (const command of [
      'bizenv.showPair',
      'bizenv.showTasks',
      'bizenv.restartServer',
      'bizenv.openExample',
      'bizenv.createConfiguration',
    ])
      assert.ok(known.has(command), command);
  });

  it('opens the example as a text of its own', async () => {
    await commands.executeCommand('bizenv.openExample');
    const document = window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    await untilFindings(document.uri, (rules) => rules.includes('missing-row') && rules.includes('lead-mismatch'));
  });

  it('checks again after the service was restarted', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    const restarted = commands.executeCommand('bizenv.restartServer');
    await untilFindings(document.uri, (rules) => rules.length === 0);
    await restarted;
    await untilFindings(document.uri, (rules) => rules.length > 0);
  });
});
