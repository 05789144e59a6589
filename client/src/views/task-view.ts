import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  type TextEditor,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { TaskItem, TaskState } from '#shared/protocol.ts';
import { goTo, holds } from './places.ts';
import type { TaskModel } from './task-model.ts';
import { allTasks, type Grouping, GroupNode, makeNodes, needsWork, TaskNode, type TreeNode } from './task-nodes.ts';

const icons: Readonly<Record<TaskState, ThemeIcon>> = {
  paired: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  single: new ThemeIcon('circle-outline'),
  mismatched: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  'missing-row': new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  'missing-point': new ThemeIcon('error', new ThemeColor('list.errorForeground')),
};

/** The tasks of the pair in the side bar, by section and domain or by unit. */
export class TaskView implements TreeDataProvider<TreeNode>, Disposable {
  readonly #model: TaskModel;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<TreeNode>;
  readonly #listeners: readonly Disposable[];
  #grouping: Grouping;
  #filter = '';
  #onlyOpen = false;
  #nodes: readonly TreeNode[] = [];

  constructor(model: TaskModel, memory: Memento) {
    this.#model = model;
    this.#memory = memory;
    this.#grouping = memory.get<Grouping>('grouping') === 'unit' ? 'unit' : 'section';
    this.#view = window.createTreeView<TreeNode>('bizenv.tasks', { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      model.onDidChange(() => this.#refresh()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      this.#view.onDidChangeVisibility(() => this.#follow(window.activeTextEditor)),
      commands.registerCommand('bizenv.showTasks', () => commands.executeCommand('bizenv.tasks.focus')),
      commands.registerCommand('bizenv.groupTasksBySection', () => this.#group('section')),
      commands.registerCommand('bizenv.groupTasksByUnit', () => this.#group('unit')),
      commands.registerCommand('bizenv.filterTasks', () => this.#askFilter()),
      commands.registerCommand('bizenv.showOnlyOpenTasks', () => this.#showOnlyOpen(true)),
      commands.registerCommand('bizenv.showAllTasks', () => {
        this.#filter = '';
        this.#showOnlyOpen(false);
      }),
      commands.registerCommand('bizenv.goToPoint', (node: unknown) => goToSide(node, 'point')),
      commands.registerCommand('bizenv.goToRow', (node: unknown) => goToSide(node, 'row')),
    ];
    this.#refresh();
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  getChildren(node?: TreeNode): readonly TreeNode[] & TreeNode[] {
    if (node === undefined) return [...this.#nodes];
    return node instanceof GroupNode ? [...node.children] : [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node instanceof TaskNode ? taskItem(node) : groupItem(node, this.#isNarrowed);
  }

  #refresh(): void {
    const { tree } = this.#model;
    this.#nodes =
      tree === undefined
        ? []
        : makeNodes(tree, {
            grouping: this.#grouping,
            filter: this.#filter,
            onlyOpen: this.#onlyOpen,
            roleTitles: { lead: l10n.t('Leads'), support: l10n.t('Supports') },
          });
    void commands.executeCommand('setContext', 'bizenv.taskGrouping', this.#grouping);
    void commands.executeCommand('setContext', 'bizenv.tasksNarrowed', this.#isNarrowed);
    void commands.executeCommand('setContext', 'bizenv.hasTasks', tree !== undefined);
    const open = tree === undefined ? 0 : allTasks(tree).filter(needsWork).length;
    this.#view.badge =
      open === 0
        ? undefined
        : {
            value: open,
            tooltip: open === 1 ? l10n.t('1 task needs work') : l10n.t('{0} tasks need work', open),
          };
    this.#view.message = tree === undefined ? '' : this.#describeFilter();
    this.#changed.fire(undefined);
    this.#follow(window.activeTextEditor);
  }

  get #isNarrowed(): boolean {
    return this.#filter !== '' || this.#onlyOpen;
  }

  /** What of the tasks is in sight, so that nobody takes it for all of them. */
  #describeFilter(): string {
    if (!this.#isNarrowed) return '';
    if (this.#nodes.length === 0) return l10n.t('No task matches the filter.');
    const parts = [this.#filter, this.#onlyOpen ? l10n.t('needs work') : ''];
    return l10n.t('Only: {0}', parts.filter((part) => part !== '').join(' · '));
  }

  #group(grouping: Grouping): void {
    this.#grouping = grouping;
    void this.#memory.update('grouping', grouping);
    this.#refresh();
  }

  #showOnlyOpen(only: boolean): void {
    this.#onlyOpen = only;
    this.#refresh();
  }

  async #askFilter(): Promise<void> {
    const filter = await window.showInputBox({
      title: l10n.t('Filter tasks'),
      prompt: l10n.t('Number, words of the title, or a unit; empty shows all.'),
      value: this.#filter,
    });
    if (filter === undefined) return;
    this.#filter = filter.trim();
    this.#refresh();
  }

  /** Shows the task at the cursor, without taking the focus. */
  #follow(editor: TextEditor | undefined): void {
    if (editor === undefined || !this.#view.visible || this.#grouping !== 'section') return;
    const { uri } = editor.document;
    if (!workspace.getConfiguration('bizenv', uri).get('taskView.followCursor', true)) return;
    const node = findTask(this.#nodes, ({ point, row }) =>
      [point, row].some((place) => place !== null && holds(place, uri, editor.selection.active)),
    );
    if (node !== undefined) void this.#view.reveal(node, { select: true, focus: false });
  }
}

function findTask(nodes: readonly TreeNode[], isWanted: (item: TaskItem) => boolean): TaskNode | undefined {
  for (const node of nodes) {
    const found =
      node instanceof TaskNode ? (isWanted(node.item) ? node : undefined) : findTask(node.children, isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function goToSide(node: unknown, side: 'point' | 'row'): Promise<void> {
  if (!(node instanceof TaskNode)) return;
  const place = node.item[side];
  if (place !== null) await goTo(place);
}

function groupItem(node: GroupNode, isNarrowed: boolean): TreeItem {
  const { tasks } = node;
  const open = tasks.filter(needsWork).length;
  // What needs work, or was looked for, is in sight; the rest is one click away.
  const isOpen = isNarrowed || node.kind === 'section' || node.kind === 'role' || (node.kind === 'domain' && open > 0);
  const item = new TreeItem(
    node.title,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  // The editor remembers by id what was folded away, and does not fold anew what it knows.
  item.id = (isNarrowed ? 'narrowed\n' : '') + idOf(node);
  item.description = open === 0 ? countTasks(tasks.length) : l10n.t('{0} of {1} need work', open, tasks.length);
  item.contextValue = node.kind;
  if (node.kind === 'unit') item.iconPath = new ThemeIcon('organization');
  if (node.place !== null) {
    item.command = { command: 'bizenv.goToPlace', title: l10n.t('Go to Heading'), arguments: [node.place] };
  }
  return item;
}

function countTasks(count: number): string {
  return count === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', count);
}

function idOf(node: GroupNode): string {
  return node.parent === undefined ? node.title : `${idOf(node.parent)}\n${node.title}`;
}

function taskItem({ item: task }: TaskNode): TreeItem {
  const number = task.number === null ? '' : `${task.number}. `;
  const item = new TreeItem(`${number}${task.title}`);
  const state = describeState(task);
  const lines = [
    `${number}${task.title}`,
    state,
    ...(task.leadUnits.length === 0 ? [] : [l10n.t('Lead: {0}', task.leadUnits.join('、'))]),
    ...(task.responsibleUnits.length === 0 ? [] : [l10n.t('Responsible: {0}', task.responsibleUnits.join('、'))]),
  ];
  item.iconPath = icons[task.state];
  item.description = task.state === 'paired' || task.state === 'single' ? task.leadUnits.join('、') : state;
  item.tooltip = lines.join('\n');
  item.contextValue = ['task', task.state, task.point === null ? '' : 'point', task.row === null ? '' : 'row'].join(
    ' ',
  );
  item.accessibilityInformation = { label: lines.join('. ') };
  const place = task.point ?? task.row;
  if (place !== null) item.command = { command: 'bizenv.goToPlace', title: l10n.t('Go to Task'), arguments: [place] };
  return item;
}

function describeState({ state, findings }: TaskItem): string {
  switch (state) {
    case 'paired':
      return l10n.t('point and row agree');
    case 'single':
      return l10n.t('only one part in this document');
    case 'mismatched':
      return findings === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings);
    case 'missing-row':
      return l10n.t('no row in the task list');
    case 'missing-point':
      return l10n.t('no point in the work points');
  }
}
