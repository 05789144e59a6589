import {
  commands,
  type QuickPick,
  type QuickPickItem,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually } from '../eventually.ts';
import * as assert from './assert.ts';
import { accept, cancel, focus, focusNext, goBack, Questions, toggle } from './questions.ts';
import { findings, open, openUnsaved, ruleOf, untilFindings, write } from './support.ts';

const start = () => commands.executeCommand('bizenv.draftNextYear');

function labels({ items }: QuickPick<QuickPickItem>): readonly string[] {
  return items.map(({ label }) => label);
}

/** The text that comes to be shown: a draft that was not saved. */
function untilDrafted(year: number): Promise<TextDocument> {
  return eventually(`a draft of ${year}`, () => {
    const document = window.activeTextEditor?.document;
    return (
      document?.isUntitled &&
      document.getText().includes(`${year}`) &&
      document.getText().includes('工作要点') &&
      document
    );
  });
}

/** Waits until only these texts that were never saved are there: the editor forgets the others of earlier tests late. */
function untilNoneBut(before: readonly TextDocument[]): Promise<true> {
  return eventually('no text beside those of before', () =>
    workspace.textDocuments.every((document) => !document.isUntitled || before.includes(document)),
  );
}

/** A pair without a slip, in which every year can be seen to move. */
const last = `# 云州市2025年优化营商环境工作要点

## 一、优化市场准入环境

### （一）完善市场准入机制

1. 出台市场准入便利化措施，2025年底前完成。（市商务局）

2. 推行“一照多址”改革。（市市场监管局）

## 二、优化信用环境

### （一）健全信用机制

3. 修订企业信用修复办法。（市财政局）
`;

const list = `# 云州市2025年优化营商环境重点任务清单

| 序号 | 所属领域 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 |
| --- | --- | --- | --- | --- | --- |
| 一、优化市场准入环境 | | | | | |
| 1 | 完善市场准入机制 | 市场准入 | 出台市场准入便利化措施，2025年底前完成。 | 市商务局 | 市司法局 |
| 2 | 完善市场准入机制 | 一照多址 | 推行“一照多址”改革。 | 市市场监管局 | 市司法局 |
| 二、优化信用环境 | | | | | |
| 3 | 健全信用机制 | 信用修复 | 修订企业信用修复办法。 | 市财政局 | 市司法局 |
`;

const pair = `${last}\n${list}`;

describe('drafting next year’s pair', () => {
  let questions: Questions;

  beforeEach(async () => {
    questions = await Questions.listen();
  });

  afterEach(() => questions.stop());

  it('starts from the text in the active editor, saved or not, and opens a draft that is not saved', async () => {
    const old = await openUnsaved(pair);
    const running = start();
    assert.match((await questions.list()).items[0]?.label ?? '', /Untitled/);
    await accept();
    const year = await questions.next();
    assert.equal(year.value, '2026');
    await accept();
    const tasks = await questions.list();
    assert.deepEqual(labels(tasks), [
      '一、优化市场准入环境',
      '1. 市场准入',
      '2. 一照多址',
      '二、优化信用环境',
      '3. 信用修复',
    ]);
    assert.equal(tasks.selectedItems.length, 3);
    await accept();
    await questions.list();
    await accept();
    await running;
    const document = await untilDrafted(2026);
    const text = document.getText();
    assert.match(text, /^# 云州市2026年优化营商环境工作要点$/m);
    assert.match(text, /^1\. 出台市场准入便利化措施，2026年底前【请确认】完成。（市商务局）$/m);
    assert.equal(old.getText(), pair);
    await untilFindings(document.uri, (rules) => rules.length > 0);
    assert.deepEqual([...new Set(findings(document.uri).map(ruleOf))], ['placeholder']);
  });

  it('carries over what is checked, and numbers it on', async () => {
    await openUnsaved(pair);
    const running = start();
    await questions.list();
    await accept();
    await questions.next();
    await accept();
    await questions.list();
    // The first task is in focus; the second is left out.
    await focusNext();
    await focusNext();
    await toggle();
    await accept();
    await questions.list();
    await accept();
    await running;
    const text = (await untilDrafted(2026)).getText();
    assert.match(text, /^2\. 修订企业信用修复办法。（市财政局）$/m);
    assert.doesNotMatch(text, /一照多址/);
  });

  it('goes back step by step with what was answered, and can be given up at each', async () => {
    await openUnsaved(pair);
    const before = [...workspace.textDocuments];
    const running = start();
    await questions.list();
    await accept();
    const first = await questions.next();
    first.value = '2030';
    await accept();
    await questions.list();
    await goBack();
    assert.equal((await questions.next()).value, '2030');
    await goBack();
    await questions.list();
    await accept();
    await questions.next();
    await accept();
    const tasks = await questions.list();
    await toggle();
    await accept();
    await questions.list();
    await goBack();
    assert.ok((await questions.list()).selectedItems.length < tasks.items.length);
    await cancel();
    await running;
    await untilNoneBut(before);
  });

  for (const [step, answered] of ['the file', 'the year', 'the tasks', 'the place'].entries())
    it(`leaves nothing behind when it is given up at ${answered}`, async () => {
      await openUnsaved(pair);
      const before = [...workspace.textDocuments];
      const running = start();
      for (let at = 0; at < step; at++) {
        await questions.next();
        await accept();
      }
      await questions.next();
      await cancel();
      await running;
      await untilNoneBut(before);
    });

  it('takes no year that is not later, and none that is no year', async () => {
    await openUnsaved(pair);
    const running = start();
    await questions.list();
    await accept();
    const year = await questions.next();
    if ('items' in year) throw new Error('a field was expected');
    for (const wrong of ['2025', '2024', '26', 'next', '']) {
      year.value = wrong;
      await accept();
      assert.ok(year.validationMessage !== undefined, wrong);
    }
    year.value = '２０２７年';
    await accept();
    await questions.list();
    await cancel();
    await running;
  });

  it('asks for the other file where a file holds only one part', async () => {
    await write('要点-2025.md', last);
    await write('清单-2025.md', list);
    await open('要点-2025.md');
    const running = start();
    const files = await questions.list();
    await focus(files, '要点-2025.md');
    await accept();
    const others = await questions.list();
    assert.ok(!labels(others).includes('要点-2025.md'));
    await focus(others, '清单-2025.md');
    await accept();
    await questions.next();
    await accept();
    assert.equal((await questions.list()).selectedItems.length, 3);
    await accept();
    await questions.list();
    await accept();
    await running;
    assert.match(
      (await untilDrafted(2026)).getText(),
      /2026年优化营商环境工作要点[\s\S]*2026年优化营商环境重点任务清单/,
    );
  });

  it('shows the real pair by its ten sections, and afterwards what was changed', async () => {
    await open('shenzhen-2023.md');
    const running = start();
    const files = await questions.list();
    await focus(files, 'shenzhen-2023.md');
    await accept();
    assert.equal((await questions.next()).value, '2024');
    await accept();
    const tasks = await questions.list();
    assert.equal(tasks.selectedItems.length, 100);
    assert.equal(tasks.items.length, 110);
    await accept();
    await questions.list();
    await accept();
    await running;
    assert.match((await untilDrafted(2024)).getText(), /深营商组〔2024〕×号/);
    await commands.executeCommand('bizenv.showDraftReport');
    await eventually('the report', () =>
      window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label, input }) => input instanceof TabInputWebview && label.includes('2024')),
      ),
    );
    const report = await workspace.openTextDocument(Uri.parse('bizenv-report:/What the draft of 2024 changed.md'));
    assert.match(report.getText(), /深圳银保监局 \| 深圳金融监管局 \| 16/);
  });
});

describe('comparing with another year', () => {
  let questions: Questions;

  beforeEach(async () => {
    questions = await Questions.listen();
  });

  afterEach(() => questions.stop());

  it('opens what became of each task', async () => {
    await write('2026.md', pair.replaceAll('2025', '2026').replace('推行“一照多址”改革', '全面推行“一照多址”改革'));
    const document = await openUnsaved(pair);
    const running = commands.executeCommand('bizenv.comparePairs');
    let files = await questions.list();
    const label = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    // Where the text is not known yet to hold a pair, it is asked for first.
    if (files.totalSteps === 2) {
      await focus(files, label);
      await accept();
      files = await questions.list();
    }
    await focus(files, '2026.md');
    await accept();
    await running;
    const shown = () => window.visibleTextEditors.map((editor) => editor.document.getText()).join('\n');
    await eventually(
      () => `the comparison in ${shown()}`,
      () =>
        shown().includes('<ins>全面</ins>') && shown().includes('changed 2, moved 0, new 0, dropped 0, continued 1'),
    );
  });
});
