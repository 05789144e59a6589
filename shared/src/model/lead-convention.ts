import type { Block } from '../markdown/block.ts';
import { nameForm } from '../text/normal-form.ts';
import type { LeadConvention } from './policy-document.ts';

/** `排在首位的为牵头单位`, `第一责任单位为牵头单位`, `排名第一的为牵头单位`, `列首位的单位牵头`. */
const FIRST_LEADS =
  /(?:排(?:名|序|列|位)?(?:在|于)?|列(?:在|于|为)?|位(?:列|居|于)|名列|居于?)?(?:首位?|第一位?|首个|最前)(?:面)?的?(?:责任)?(?:单位|部门|者)?(?:即?为|是|系|作为)(?:主要)?牵头|(?:首位?|第一位?)(?:责任)?(?:单位|部门)牵头/;

/** The document's own rule for lists that do not say who leads. */
export function readLeadConvention(blocks: readonly Block[]): LeadConvention {
  return blocks.some(declares) ? 'first' : 'all';
}

function declares(block: Block): boolean {
  if (block.kind === 'paragraph' || block.kind === 'heading') return saysSo(block.content.text);
  if (block.kind !== 'table') return false;
  const rows = [block.header, ...block.rows.slice(0, 3), ...block.rows.slice(-2)];
  return rows.some(({ cells }) => cells.some(({ content }) => saysSo(content.text)));
}

/** True for words that tell who leads in a list that does not say it itself. */
export function saysSo(text: string): boolean {
  if (!text.includes('牵头')) return false;
  const form = nameForm(text);
  // The whole pattern takes V8 a while to compile.
  return /首|第一|最前/.test(form) && FIRST_LEADS.test(form);
}
