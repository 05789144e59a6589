import {
  commands,
  extensions,
  Selection,
  type TextEditor,
  type TreeDataProvider,
  type TreeItem,
  window,
  workspace,
} from 'vscode';
import * as assert from './assert.ts';
import { closeAll, fileUri, open, rangeOf, until, untilFindings } from './support.ts';

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
  const view = await taskView();
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const listener = view.onDidChangeTreeData?.(() => {
        listener?.dispose();
        resolve();
      });
    });
    const lines = await shownTasks();
    if (wanted(lines)) return lines;
    await changed;
  }
}

async function openAt(text: string): Promise<TextEditor> {
  const editor = await open('slips.md');
  await untilFindings(editor.document.uri, (rules) => rules.length > 0);
  const { start } = rangeOf(editor.document, text);
  editor.selection = new Selection(start, start);
  return editor;
}

/** The tasks of slips.md, and of no text that was shown before it. */
const isSlips = (lines: readonly string[]) => lines.some((line) => line.endsWith(' 推行“一照多址”'));

const two = '推行“一照多址、多址监管”模式，年底前覆盖不少于 100 家';

describe('the task view', () => {
  afterEach(closeAll);

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
    const lines = await shownTasks();
    const at = lines.indexOf('市公安局');
    assert.ok(at >= 0, lines.join('\n'));
    assert.match(lines[at + 2] ?? '', /3\. 实现企业开办全程网办/);
    await commands.executeCommand('bizenv.groupTasksBySection');
  });

  it('can show only what needs work', async () => {
    await openAt(two);
    await untilShown(isSlips);
    await commands.executeCommand('bizenv.showOnlyOpenTasks');
    const lines = await shownTasks();
    assert.ok(!lines.some((line) => line.includes('5.')), lines.join('\n'));
    await commands.executeCommand('bizenv.showAllTasks');
    assert.ok((await shownTasks()).some((line) => line.includes('5.')));
  });

  it('is empty beside a text without parts', async () => {
    await openAt(two);
    await untilShown(isSlips);
    await window.showTextDocument(fileUri('ordinary.md'));
    await untilShown((shown) => shown.length === 0);
  });
});

describe('restructuring', () => {
  afterEach(closeAll);

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
      assert.match(document.getText(), holds);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }

  it('writes nothing to disk by itself', async () => {
    const { document } = await openAt(two);
    await commands.executeCommand('bizenv.deleteTask');
    assert.ok(document.isDirty);
    const saved = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    assert.ok(saved.includes(two));
  });
});

describe('the pair view', () => {
  afterEach(closeAll);

  it('opens beside the text, and leaves the cursor where it is', async () => {
    const editor = await openAt(two);
    await commands.executeCommand('bizenv.showPair');
    await until(window.tabGroups.onDidChangeTabs, () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Point and Row')),
    );
    assert.equal(window.activeTextEditor, editor);
  });
});
