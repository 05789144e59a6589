import type { ProtocolPlace, TaskItem, TaskTree } from '#shared/protocol.ts';

/** A line of the task view that holds others. */
export class GroupNode {
  readonly kind: 'section' | 'domain' | 'unit' | 'role';
  readonly title: string;
  readonly place: ProtocolPlace | null;
  readonly parent: GroupNode | undefined;
  children: readonly TreeNode[] = [];

  constructor(
    kind: 'section' | 'domain' | 'unit' | 'role',
    title: string,
    place: ProtocolPlace | null,
    parent: GroupNode | undefined,
  ) {
    this.kind = kind;
    this.title = title;
    this.place = place;
    this.parent = parent;
  }

  /** Each task once, though a unit may both lead and support it. */
  get tasks(): readonly TaskItem[] {
    const tasks = this.children.flatMap((child) => (child instanceof TaskNode ? [child.item] : child.tasks));
    return [...new Set(tasks)];
  }
}

export class TaskNode {
  readonly item: TaskItem;
  readonly parent: GroupNode | undefined;

  constructor(item: TaskItem, parent: GroupNode | undefined) {
    this.item = item;
    this.parent = parent;
  }
}

export type TreeNode = GroupNode | TaskNode;
export type Grouping = 'section' | 'unit';

export interface Shown {
  readonly grouping: Grouping;
  /** Words that a task's number, title or units must hold; empty shows all. */
  readonly filter: string;
  /** Only tasks that need work. */
  readonly onlyOpen: boolean;
  readonly roleTitles: { readonly lead: string; readonly support: string };
}

export function needsWork({ state, findings }: TaskItem): boolean {
  return findings > 0 || (state !== 'paired' && state !== 'single');
}

export function makeNodes(tree: TaskTree, shown: Shown): readonly TreeNode[] {
  return shown.grouping === 'section' ? bySection(tree, shown) : byUnit(tree, shown);
}

export function allTasks(tree: TaskTree): readonly TaskItem[] {
  return tree.sections.flatMap((section) => section.domains.flatMap((domain) => domain.tasks));
}

/** A tier without titles is left out: its tasks stand one step higher. */
function bySection(tree: TaskTree, shown: Shown): readonly TreeNode[] {
  return tree.sections.flatMap((section) => {
    const parent = section.title === '' ? undefined : new GroupNode('section', section.title, section.place, undefined);
    const children = section.domains.flatMap((domain): readonly TreeNode[] => {
      const group = domain.title === '' ? undefined : new GroupNode('domain', domain.title, domain.place, parent);
      const tasks = domain.tasks
        .filter((task) => isShown(task, shown))
        .map((task) => new TaskNode(task, group ?? parent));
      return withChildren(group, tasks);
    });
    return withChildren(parent, children);
  });
}

function byUnit(tree: TaskTree, shown: Shown): readonly TreeNode[] {
  const tasks = allTasks(tree);
  const wanted = shown.filter.trim();
  // Who names a unit wants that one, not every unit that works with it.
  const named = wanted === '' ? [] : tree.units.filter(({ name }) => name.includes(wanted));
  return (named.length > 0 ? named : tree.units).flatMap((unit) => {
    const parent = new GroupNode('unit', unit.name, null, undefined);
    // A filter that names the unit shows all of its tasks.
    const own = named.includes(unit) ? { ...shown, filter: '' } : shown;
    const roles = [
      { title: shown.roleTitles.lead, indexes: unit.leads },
      { title: shown.roleTitles.support, indexes: unit.supports },
    ].flatMap(({ title, indexes }) => {
      const group = new GroupNode('role', title, null, parent);
      const items = indexes.flatMap((index) => tasks[index] ?? []).filter((task) => isShown(task, own));
      return withChildren(
        group,
        items.map((task) => new TaskNode(task, group)),
      );
    });
    return withChildren(parent, roles);
  });
}

/** The group with these in it; without a group they stand for themselves, and an empty group is not shown. */
function withChildren(group: GroupNode | undefined, children: readonly TreeNode[]): readonly TreeNode[] {
  if (group === undefined) return children;
  group.children = children;
  return children.length === 0 ? [] : [group];
}

function isShown(task: TaskItem, { filter, onlyOpen }: Shown): boolean {
  if (onlyOpen && !needsWork(task)) return false;
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [task.number ?? '', task.title, ...task.leadUnits, ...task.responsibleUnits].join('\n').toLowerCase();
  return words.every((word) =>
    /^\d+$/.test(word) ? String(task.number) === word || text.includes(word) : text.includes(word),
  );
}
