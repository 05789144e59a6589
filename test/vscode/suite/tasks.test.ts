import { commands, extensions, type TextEditor, type TreeDataProvider, type TreeItem, window, workspace } from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import { open, undoTo, untilFindings } from './support.ts';

async function taskView(): Promise<TreeDataProvider<object>> {
  const extension = extensions.getExtension<{ taskView: TreeDataProvider<object> }>('bizenv.bizenv-tasklist');
  const view = (await extension?.activate())?.taskView;
  if (view === undefined) throw new Error('there is no task view');
  return view;
}

/** Labels of the task view as they stand below one another, a space for each step to the right. */
async function shownTasks(): Promise<readonly string[]> {
  const view = await taskView();
  const lines: string[] = [];
  const walk = async (node: object | undefined, depth: number): Promise<void> => {
    for (const child of (await view.getChildren(node)) ?? []) {
      const item: TreeItem = await view.getTreeItem(child);
      lines.push(' '.repeat(depth) + item.label);
      await walk(child, depth + 1);
    }
  };
  await walk(undefined, 0);
  return lines;
}

async function untilShown(wanted: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  return await eventually(
    () => `${wanted} in the task view, which shows: ${lines.join('; ').slice(0, 400)}`,
    async () => {
      lines = await shownTasks();
      return wanted(lines) && lines;
    },
  );
}

async function openAt(text: string): Promise<TextEditor> {
  const editor = await open('slips.md', text);
  await untilFindings(editor.document.uri, (rules) => rules.length > 0);
  return editor;
}

/** The tasks of slips.md, and of no text that was shown before it. */
const isSlips = (lines: readonly string[]) => lines.some((line) => line.endsWith(' 推行“一照多址”'));

const two = '推行“一照多址、多址监管”模式，年底前覆盖不少于 100 家';

describe('the task view', () => {
  beforeEach(async () => {
    await commands.executeCommand('bizenv.groupTasksBySection');
    await commands.executeCommand('bizenv.showAllTasks');
  });

  it('shows sections, domains and tasks', async () => {
    await openAt(two);
    const lines = await untilShown(isSlips);
    assert.deepEqual(lines.slice(0, 4), [
      '一、优化市场准入环境',
      ' （一）完善市场准入监管机制',
      '  1. 制定市场化专项工作方案',
      '  2. 推行“一照多址”',
    ]);
  });

  it('shows the hundred tasks of the real pair', async () => {
    await open('shenzhen-2023.md');
    const lines = await untilShown((shown) => shown.length > 100);
    assert.equal(lines.filter((line) => /^\s*\d+\. /.test(line)).length, 100);
  });

  it('groups by unit, what each leads and supports', async () => {
    await openAt(two);
    await untilShown(isSlips);
    await commands.executeCommand('bizenv.groupTasksByUnit');
    const lines = await untilShown((shown) => shown.includes('市公安局'));
    assert.match(lines[lines.indexOf('市公安局') + 2] ?? '', /3\. 实现企业开办全程网办/);
  });

  it('can show only what needs work', async () => {
    await openAt(two);
    await untilShown(isSlips);
    await commands.executeCommand('bizenv.showOnlyOpenTasks');
    await untilShown((shown) => isSlips(shown) && !shown.some((line) => line.includes('5.')));
    await commands.executeCommand('bizenv.showAllTasks');
    await untilShown((shown) => shown.some((line) => line.includes('5.')));
  });

  it('is empty beside a text without parts', async () => {
    await openAt(two);
    await untilShown(isSlips);
    await open('ordinary.md');
    await untilShown((shown) => shown.length === 0);
  });
});

describe('restructuring', () => {
  const cases: readonly { readonly command: string; readonly at: string; readonly holds: RegExp }[] = [
    { command: 'bizenv.insertTask', at: two, holds: /^4\. 修订《深圳市企业登记管理办法》/m },
    {
      command: 'bizenv.moveTaskUp',
      at: two,
      holds: /^1\. 推行“一照多址、多址监管”模式[\s\S]*^\| *1 *\|[^|]*\| *推行“一照多址”/m,
    },
    { command: 'bizenv.moveTaskDown', at: '出台优化市场化', holds: /^1\. 推行“一照多址、多址监管”模式/m },
    { command: 'bizenv.deleteTask', at: two, holds: /^2\. 修订《深圳市企业登记管理办法》/m },
    { command: 'bizenv.fillMissing', at: '将“证照联办”', holds: /^\| *4 *\|.*证照联办/m },
  ];
  for (const { command, at, holds } of cases) {
    it(`${command.slice('bizenv.'.length)} changes both parts, and one undo takes it back`, async () => {
      const { document } = await openAt(at);
      const before = document.getText();
      await commands.executeCommand(command);
      await eventually(
        () => `${holds} in ${document.getText()}`,
        () => holds.test(document.getText()),
      );
      await undoTo(document, before);
    });
  }

  it('writes nothing to disk by itself', async () => {
    const { document } = await openAt(two);
    await commands.executeCommand('bizenv.deleteTask');
    await eventually('a text that is not saved', () => document.isDirty && !document.getText().includes(two));
    const saved = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    assert.ok(saved.includes(two));
  });
});

describe('the pair view', () => {
  it('opens beside the text, and leaves the cursor where it is', async () => {
    const editor = await openAt(two);
    await commands.executeCommand('bizenv.showPair');
    await eventually('the pair view', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Point and Row')),
    );
    await eventually('the cursor in the text', () => window.activeTextEditor?.document === editor.document);
  });
});
