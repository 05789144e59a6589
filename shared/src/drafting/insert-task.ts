import type { Edit } from '../findings/finding.ts';
import type { Column, Point, Row, TaskTable } from '../model/policy-document.ts';
import type { Subject } from '../rules/subject.ts';
import { lineBreakOf } from '../rules/support/line-break.ts';
import { numberLike } from '../rules/support/number-format.ts';
import { renumberEdits } from '../rules/support/renumber.ts';
import { arrange, type Placement } from './arrange.ts';
import { domainWords } from './domain-cells.ts';
import { pointsExtent } from './extents.ts';
import { type Home, homeOf } from './homes.ts';
import { rowOffset, withoutRepeats } from './move-task.ts';
import { listOf, pointLists, pointPlace, rowLists, rowPlace } from './place-in-home.ts';
import { change, type Restructuring, refuse } from './restructuring.ts';
import { shiftNumbers } from './shift-numbers.ts';
import type { Task } from './tasks.ts';

/** What a new task has to be filled in with: the rule `placeholder` reminds of it. */
const WORDS = { task: '【重点任务】', text: '【任务内容】。', units: '市待定局' };

/** Puts a new task behind another one, in both parts; later ones make room. */
export function insertTask(subject: Subject, task: Task): Restructuring {
  const home = homeOf(subject, task);
  if (home === undefined) return refuse('这里没有任务。', 'There is no task here.');
  const index = home.tasks.indexOf(task) + 1;
  const placements: Placement[] = [];
  const inner: Edit[] = [];
  let focus: number | undefined;
  const place = pointPlace(subject, home, index, undefined);
  if (place !== undefined) {
    const model = place.after ?? place.before ?? place.part.points[0];
    if (model === undefined) return refuse('没有可以参照的要点。', 'There is no point to go by.');
    const { renumberings, incoming } = shiftNumbers(pointLists(place.part), [], place);
    const { source } = model;
    const gap = lineBreakOf(source).repeat(2);
    const text = pointText(model, incoming ?? 1);
    const beside = place.after ?? place.before;
    const extent = beside === undefined ? undefined : pointsExtent(subject.documents, [beside]);
    const behind = place.under ?? (place.after === undefined ? undefined : extent?.body.end);
    const at = behind ?? extent?.body.start ?? source.text.length;
    placements.push({ source, span: { start: at, end: at }, pieces: behind === undefined ? [text, gap] : [gap, text] });
    focus = behind === undefined ? 0 : gap.length;
    inner.push(...renumberEdits(subject, renumberings));
  }
  const list = listOf(subject, task);
  const spot = list === undefined ? undefined : rowPlace(subject, list, home, index, undefined);
  if (list !== undefined && spot !== undefined) {
    const { renumberings, incoming } = shiftNumbers(rowLists(list), [], spot);
    const model = spot.after ?? spot.before ?? list.rows[0];
    if (model === undefined) return refuse('没有可以参照的清单行。', 'There is no row to go by.');
    const at = rowOffset(spot);
    const newLine = lineBreakOf(list.source);
    const line = rowLine(model, home, incoming);
    const atEnd = at === list.source.text.length && !/[\r\n]$/.test(list.source.text);
    placements.push({
      source: list.source,
      span: { start: at, end: at },
      pieces: atEnd ? [newLine, line] : [line, newLine],
    });
    focus ??= atEnd ? newLine.length : 0;
    inner.push(...renumberEdits(subject, renumberings));
  }
  const [first] = placements;
  if (first === undefined) return refuse('清单或要点里没有合适的位置。', 'There is no fitting place.');
  const edits = arrange(placements, withoutRepeats(inner));
  const result = change(edits, { source: first.source, start: first.span.start });
  if (result.kind === 'refused' || result.focus === undefined) return result;
  return { ...result, focus: { ...result.focus, offset: result.focus.offset + (focus ?? 0) } };
}

/** Numbered, marked and closed as its neighbour is. */
function pointText({ source, label, units }: Point, number: number): string {
  const { text } = source;
  const start = source.lineStart(source.positionAt(label.span.start).line);
  const opening = text.slice(start, label.digits.start).replaceAll('*', '');
  const written = numberLike(text.slice(label.digits.start, label.digits.end), number);
  const mark = text.slice(label.digits.end, label.span.end);
  const space = text.charAt(label.span.end) === ' ' ? ' ' : '';
  const list = units === undefined ? '' : units.namesLead ? `（牵头单位：${WORDS.units}）` : `（${WORDS.units}）`;
  return `${opening}${written}${mark}${space}${WORDS.text}${list}`;
}

function rowLine(model: Row, home: Home, number: number | undefined): string {
  const { table }: { table: TaskTable } = model;
  const cells = table.columns.map((column) => cellText(column, model, home, number).replaceAll('|', '\\|'));
  return `| ${cells.join(' | ')} |`.replace(/(?<! ) {2,}\|/g, ' |');
}

function cellText({ role }: Column, model: Row, home: Home, number: number | undefined): string {
  switch (role) {
    case 'number':
      return number === undefined ? '' : String(number);
    case 'section':
      return (model.cells.section?.content.text ?? home.section?.text ?? '').replace(/\s+/g, '');
    case 'domain':
      return home.domain === undefined ? '' : domainWords(home);
    case 'task':
      return WORDS.task;
    case 'measures':
      return WORDS.text;
    case 'lead':
      return WORDS.units;
    default:
      return '';
  }
}
