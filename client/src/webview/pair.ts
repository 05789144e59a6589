import type { MarkedText, MarkedUnit, PairResult, PairSide, ProtocolPlace } from '#shared/protocol.ts';
import type { FromPairView, PairWords, ShowPair } from '../views/pair-messages.ts';
import { element } from './element.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPairView): void };

const editor = acquireVsCodeApi();
const main = document.querySelector('#pair');
const status = document.querySelector('#status');

window.addEventListener('message', ({ data }: MessageEvent<ShowPair>) => {
  if (data.type === 'show') show(data);
});
editor.postMessage({ type: 'ready' });

function show({ pair, words }: ShowPair): void {
  if (main === null || status === null) return;
  const focused = document.activeElement?.id;
  main.replaceChildren(...(pair === null ? [element('p', { class: 'empty' }, words.empty)] : render(pair, words)));
  if (focused) document.getElementById(focused)?.focus();
  status.textContent = pair === null ? words.empty : announce(pair, words);
}

/** What a screen reader says when the view moves on: the task and how many findings it has. */
function announce({ point, row, findings }: PairResult, words: PairWords): string {
  const side = row ?? point;
  const title = side?.task ?? side?.text.text.slice(0, 30) ?? '';
  return `${side?.number ?? ''} ${title}. ${findings.length === 0 ? words.noFindings : `${words.findings}: ${findings.length}`}`;
}

function render(pair: PairResult, words: PairWords): readonly HTMLElement[] {
  return [
    element(
      'nav',
      {},
      goButton('previous', `← ${words.previous}`, pair.previous, true),
      goButton('next', `${words.next} →`, pair.next, true),
    ),
    renderFindings(pair, words),
    element(
      'div',
      { class: 'sides' },
      renderSide('point', words.point, pair.point, words.noPoint, words),
      renderSide('row', words.row, pair.row, words.noRow, words),
    ),
  ];
}

function renderSide(id: string, title: string, side: PairSide | null, missing: string, words: PairWords): HTMLElement {
  if (side === null) {
    return element(
      'section',
      { 'aria-labelledby': id },
      element('h2', { id }, title),
      element('p', { class: 'missing' }, missing),
    );
  }
  const number = side.number === null ? title : `${title} ${side.number}`;
  const fields = [
    ...field(words.section, side.section),
    ...field(words.domain, side.domain),
    ...field(words.task, side.task ?? ''),
    element('dt', {}, side.task === null ? words.text : words.measures),
    element('dd', { class: 'text' }, ...marked(side.text, words)),
    element('dt', {}, words.lead),
    element('dd', {}, renderUnits(side.leadUnits, words)),
    element('dt', {}, words.responsible),
    element('dd', {}, renderUnits(side.responsibleUnits, words)),
    ...field(words.deadline, side.deadline ?? ''),
  ];
  return element(
    'section',
    { 'aria-labelledby': id },
    element(
      'header',
      {},
      element('h2', { id }, number),
      goButton(`go-${id}`, words.goTo, side.place, false, `${words.goTo}: ${number}`),
    ),
    element('dl', {}, ...fields),
  );
}

function field(name: string, value: string): readonly HTMLElement[] {
  return value === '' ? [] : [element('dt', {}, name), element('dd', {}, value)];
}

function marked({ text, differences }: MarkedText, words: PairWords): readonly (string | HTMLElement)[] {
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { start, end } of differences) {
    if (start < at || end <= start) continue;
    pieces.push(text.slice(at, start), element('mark', { title: words.onlyHere }, text.slice(start, end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function renderUnits(units: readonly MarkedUnit[], words: PairWords): HTMLElement {
  if (units.length === 0) return element('span', { class: 'none' }, words.none);
  const items = units.map(({ name, onBothSides }) =>
    onBothSides
      ? element('li', {}, name)
      : element(
          'li',
          { class: 'different' },
          element('mark', {}, name),
          element('span', { class: 'note' }, words.onlyHere),
        ),
  );
  return element('ul', { class: 'units' }, ...items);
}

function renderFindings({ findings }: PairResult, words: PairWords): HTMLElement {
  const items = findings.map(({ severity, message, rule, place }, index) =>
    element(
      'li',
      { class: severity },
      element('span', { class: 'severity' }, words.severity[severity]),
      goButton(`finding-${index}`, message, place, false),
      element('code', {}, rule),
    ),
  );
  return element(
    'section',
    { class: 'findings', 'aria-labelledby': 'findings' },
    element('h2', { id: 'findings' }, words.findings),
    items.length === 0 ? element('p', { class: 'none' }, words.noFindings) : element('ul', {}, ...items),
  );
}

function goButton(
  id: string,
  text: string,
  place: ProtocolPlace | null,
  keepFocus: boolean,
  label = text,
): HTMLElement {
  const button = element('button', { id, type: 'button', 'aria-label': label }, text);
  if (place === null) button.setAttribute('disabled', '');
  else button.addEventListener('click', () => editor.postMessage({ type: 'go', place, keepFocus }));
  return button;
}
