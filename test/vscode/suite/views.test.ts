import { commands, window } from 'vscode';
import { eventually } from '../eventually.ts';
import { open, replace, untilFindings } from './support.ts';

describe('commands and views', () => {
  it('offers every command that the palette lists', async () => {
    await open('slips.md').then(({ document }) => untilFindings(document.uri, (rules) => rules.length > 0));
    const listed = [
      'bizenv.showPair',
      'bizenv.showTasks',
      'bizenv.restartServer',
      'bizenv.openExample',
      'bizenv.createConfiguration',
    ];
    let known: readonly string[] = [];
    await eventually(
      () => `commands ${listed.filter((command) => !known.includes(command))}`,
      async () => {
        known = await commands.getCommands(true);
        return listed.every((command) => known.includes(command));
      },
    );
  });

  it('opens the example as a text of its own', async () => {
    await commands.executeCommand('bizenv.openExample');
    const document = await eventually('a text that was never saved', () => {
      const shown = window.activeTextEditor?.document;
      return shown?.isUntitled && shown;
    });
    await untilFindings(document.uri, (rules) => rules.includes('missing-row') && rules.includes('lead-mismatch'));
  });

  it('checks again after the service was restarted', async () => {
    const { document } = await open('slips.md');
    await untilFindings(document.uri, (rules) => rules.length > 0);
    await commands.executeCommand('bizenv.restartServer');
    // What stands there may be the findings of before; what follows the text is of the new one.
    await replace(document, '不少于 10 家', '不少于 100 家');
    await untilFindings(document.uri, (rules) => rules.length > 0 && !rules.includes('figure-mismatch'));
  });
});
