import type { MarkedText, MarkedUnit, PairResult, PairSide, ProtocolPlace } from '#shared/protocol.ts';
import type { FromPairView, PairWords, ShowPair } from '../views/pair-messages.ts';
import { element } from './element.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPairView): void };

const editor = acquireVsCodeApi();
const main = document.querySelector('#pair');
const status = document.querySelector('#status');

/** Drafts are Chinese, whatever the language of the editor. */
const DOCUMENT_LANGUAGE = 'zh-CN';

window.addEventListener('message', ({ data }: MessageEvent<ShowPair>) => {
  if (data.type === 'show') show(data);
});
editor.postMessage({ type: 'ready' });

document.addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey, shiftKey }) => {
  if (altKey || ctrlKey || metaKey || shiftKey) return;
  // As the arrows on the buttons say; up and down scroll, as everywhere.
  if (key === 'ArrowLeft') document.getElementById('previous')?.click();
  if (key === 'ArrowRight') document.getElementById('next')?.click();
});

function show({ pair, words }: ShowPair): void {
  if (main === null || status === null) return;
  const focused = document.activeElement?.id;
  main.replaceChildren(...(pair === null ? [element('p', { class: 'empty' }, words.empty)] : render(pair, words)));
  if (focused) document.getElementById(focused)?.focus();
  // While somebody works in the text, every step of the cursor would speak up.
  status.textContent = document.hasFocus() && pair !== null ? announce(pair, words) : '';
}

/** What a screen reader says when the view moves on: the task and how many findings it has. */
function announce(pair: PairResult, words: PairWords): string {
  const count = pair.findings.length;
  const { number, title } = nameOf(pair);
  return fill(count === 0 ? words.announcementOfNone : words.announcement, number, title, String(count));
}

function nameOf({ point, row }: PairResult): { readonly number: string; readonly title: string } {
  const side = row ?? point;
  return { number: String(side?.number ?? ''), title: side?.task ?? side?.text.text.slice(0, 30) ?? '' };
}

function fill(pattern: string, ...values: readonly string[]): string {
  return pattern.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

function render(pair: PairResult, words: PairWords): readonly HTMLElement[] {
  const { number, title } = nameOf(pair);
  return [
    element(
      'nav',
      { 'aria-label': words.tasks },
      stepButton('previous', `← ${words.previous}`, words.previous, pair.previous, 'ArrowLeft'),
      element('h1', { lang: DOCUMENT_LANGUAGE }, [number, title].filter(Boolean).join('. ')),
      stepButton('next', `${words.next} →`, words.next, pair.next, 'ArrowRight'),
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
    element('dd', { class: 'text', lang: DOCUMENT_LANGUAGE }, ...marked(side.text, words)),
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
      goButton(`go-${id}`, words.goTo, side.place, fill(words.goToSide, number)),
    ),
    element('dl', {}, ...fields),
  );
}

function field(name: string, value: string): readonly HTMLElement[] {
  return value === '' ? [] : [element('dt', {}, name), element('dd', { lang: DOCUMENT_LANGUAGE }, value)];
}

function marked({ text, differences }: MarkedText, words: PairWords): readonly (string | HTMLElement)[] {
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { start, end } of differences) {
    if (start < at || end <= start) continue;
    const said = element('span', { class: 'hidden-but-read' }, ` ${words.onlyHere} `);
    pieces.push(text.slice(at, start), element('mark', { title: words.onlyHere }, text.slice(start, end)), said);
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
      goButton(`finding-${index}`, message, place),
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

function goButton(id: string, text: string, place: ProtocolPlace, label = text): HTMLElement {
  const button = element('button', { id, type: 'button', 'aria-label': label }, text);
  button.addEventListener('click', () => editor.postMessage({ type: 'go', place, keepFocus: false }));
  return button;
}

/** At the first or the last task it stays where it is and keeps the focus: a disabled button would lose it. */
function stepButton(id: string, text: string, label: string, place: ProtocolPlace | null, key: string): HTMLElement {
  const button = element('button', { id, type: 'button', 'aria-label': label, 'aria-keyshortcuts': key }, text);
  if (place === null) button.setAttribute('aria-disabled', 'true');
  else button.addEventListener('click', () => editor.postMessage({ type: 'go', place, keepFocus: true }));
  return button;
}
