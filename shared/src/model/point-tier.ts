import type { MappedText } from '../text/mapped-text.ts';
import { nameForm } from '../text/normal-form.ts';
import type { UnitDirectory } from '../units/unit.ts';
import { findUnits, type ProseContext } from './find-units.ts';
import type { Tier, UnitList } from './policy-document.ts';
import type { Item } from './read-items.ts';

export const DEPTH: Readonly<Record<Tier, number>> = { section: 0, domain: 1, point: 2, subpoint: 3 };
const DEEPEST_FIRST: readonly Tier[] = ['subpoint', 'point', 'domain', 'section'];

/** What the title says of the part: `subject` names the business environment or a year, `kind` a kind of plan. */
export type TitleSays = 'subject' | 'kind' | 'nothing';

export interface TierChoice {
  readonly tier: Tier;
  /** Items that state no task, and what stands below them: 总体要求, 保障措施. */
  readonly asides: ReadonlySet<Item>;
}

/**
 * The tier whose items are the points: the deepest one whose items mostly end in unit lists.
 * Undefined where the items are no business of ours.
 */
export function choosePointTier(
  items: readonly Item[],
  context: ProseContext,
  says: TitleSays,
): TierChoice | undefined {
  const lists = new Map<Item, UnitList>();
  for (const item of items) {
    const list = unitsOf(item, context);
    if (list !== undefined) lists.set(item, list);
  }
  if (says === 'nothing' && lists.size === 0) return undefined;
  const asides = findAsides(items, lists);
  const tasks = items.filter((item) => !asides.has(item));
  const tier = tierOf(tasks, lists, says);
  if (tier === undefined) return undefined;
  if (says === 'nothing' && !isConvincing(tasks, lists, tier, context)) return undefined;
  return { tier, asides };
}

/** The units that the last pieces of an item end in. */
export function unitsOf(item: Item, context: ProseContext): UnitList | undefined {
  for (let i = item.pieces.length - 1; i >= 0; i--) {
    const piece = item.pieces[i];
    const units = piece && findUnits(piece.body, context).units;
    if (units !== undefined) return units;
  }
  return undefined;
}

function tierOf(tasks: readonly Item[], lists: ReadonlyMap<Item, UnitList>, says: TitleSays): Tier | undefined {
  const holders = new Set<Item>(lists.keys());
  const count = (tier: Tier) => tasks.filter((item) => item.tier === tier && lists.has(item)).length;
  for (const tier of DEEPEST_FIRST) {
    const own = tasks.filter((item) => item.tier === tier);
    const held = own.filter((item) => holders.has(item));
    if (own.length === 0 || held.length * 2 < own.length) continue;
    // A few items below some of the points hold lists of their own: they are parts of those points.
    if (DEEPEST_FIRST.some((other) => DEPTH[other] < DEPTH[tier] && count(other) > held.length)) continue;
    const parents = parentsOfLast(tasks, tier, holders);
    if (parents === undefined) return tier;
    // The lists stand behind the last sub-item of each item: they are the item's.
    for (const parent of parents) holders.add(parent);
  }
  if (says === 'nothing') return undefined;
  const most = DEEPEST_FIRST.reduce((best, tier) => (count(tier) > count(best) ? tier : best));
  if (count(most) > 0) return most;
  if (says !== 'subject') return undefined;
  const size = (tier: Tier) => tasks.filter((item) => item.tier === tier).length;
  const tiers = (['point', 'domain', 'section'] as const).filter((tier) => size(tier) >= 2);
  return tiers.find((tier) => tiers.every((other) => size(other) <= size(tier)));
}

/** Where only the last of several siblings holds a list, throughout: the items above. */
function parentsOfLast(tasks: readonly Item[], tier: Tier, holders: ReadonlySet<Item>): Item[] | undefined {
  const groups = new Map<Item, Item[]>();
  let parent: Item | undefined;
  for (const item of tasks) {
    if (DEPTH[item.tier] < DEPTH[tier]) parent = item;
    else if (item.tier === tier && parent !== undefined) {
      const group = groups.get(parent);
      if (group === undefined) groups.set(parent, [item]);
      else group.push(item);
    }
  }
  const several = [...groups].filter(([, group]) => group.length > 1);
  if (several.length < 2) return undefined;
  const onlyLast = several.every(([, group]) => group.every((item, i) => i === group.length - 1 || !holders.has(item)));
  return onlyLast
    ? [...groups].filter(([, group]) => group.slice(-1).some((item) => holders.has(item))).map(([above]) => above)
    : undefined;
}

/** Without a title that says so, the lists themselves must: known names or role words behind at least half of the items. */
function isConvincing(
  tasks: readonly Item[],
  lists: ReadonlyMap<Item, UnitList>,
  tier: Tier,
  { directory }: ProseContext,
): boolean {
  const own = tasks.filter((item) => item.tier === tier);
  const sure = own.filter((item) => isSure(lists.get(item), directory));
  return sure.length * 2 >= own.length;
}

/** True for a list that is one by itself, whatever stands above it: it says who leads, or names a unit that is known. */
export function isSure(list: UnitList | undefined, directory: UnitDirectory): boolean {
  return (
    list !== undefined &&
    (list.namesLead || list.mentions.some(({ name }) => directory.identify(name, undefined).kind !== 'unknown'))
  );
}

const ASIDE =
  /^(?:总体(?:要求|目标|思路)|指导思想|基本(?:原则|要求)|工作(?:原则|目标|要求|保障|步骤|机制|安排)|(?:主要|发展|任务|行动)目标|目标任务|(?:实施|进度|时间)(?:步骤|安排)|(?:组织|实施|服务|工作)?保障(?:措施|机制)?|(?:组织|监督|贯彻)(?:保障|实施|领导|落实)|有关(?:要求|事项)|(?:相关|几点)要求|强化保障|附则|(?:切实|全面|进一步)?(?:加强|强化)(?:组织|统筹)(?:领导|保障|实施|协调|推进).{0,8})$/;

/** The items of 总体要求, 保障措施 and the like, as long as no unit answers for any of them. */
function findAsides(items: readonly Item[], lists: ReadonlyMap<Item, UnitList>): Set<Item> {
  const asides = new Set<Item>();
  for (const branch of branchesOf(items, isHeadOfAside))
    if (branch.every((item) => !lists.has(item))) for (const item of branch) asides.add(item);
  return asides;
}

/** The items that `isHead` picks, each with all that stands below it. */
function branchesOf(items: readonly Item[], isHead: (item: Item) => boolean): Item[][] {
  const branches: Item[][] = [];
  let open: Item | undefined;
  for (const item of items) {
    if (open !== undefined && DEPTH[item.tier] > DEPTH[open.tier]) branches.at(-1)?.push(item);
    else {
      open = isHead(item) ? item : undefined;
      if (open !== undefined) branches.push([open]);
    }
  }
  return branches;
}

function isHeadOfAside({ pieces: [first] }: Item): boolean {
  return first !== undefined && isAside(first.body);
}

/** True for the words of an item that names no task: 总体要求, 保障措施. */
export function isAside(body: MappedText): boolean {
  const head = body.text.slice(0, 40).split(/[。：:\n]/)[0] ?? '';
  return ASIDE.test(nameForm(head));
}
