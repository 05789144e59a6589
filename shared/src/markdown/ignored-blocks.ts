import type { HtmlComment, IgnoredBlock } from './block.ts';
import { closesFence, type Fence, type HtmlEnd } from './block-starts.ts';
import { commentAt } from './inline.ts';
import type { Line, LineReader } from './lines.ts';

/** A block of one line that holds nothing of ours: a rule, a picture. */
export function lineBlock(kind: IgnoredBlock['kind'], line: Line): IgnoredBlock {
  return { kind, span: { start: line.start, end: line.end }, comments: [] };
}

/** Code to its closing fence; to the end of the quote or the text where there is none. */
export function readCode(text: string, lines: LineReader, opening: Line, fence: Fence): IgnoredBlock {
  let last = opening;
  for (let line = lines.peek(); line !== undefined; line = lines.peek()) {
    if (opening.quoted && !line.quoted) break;
    last = line;
    lines.next();
    if (closesFence(text, line.from, line.to, fence)) break;
  }
  return { kind: 'code', span: { start: opening.start, end: last.end }, comments: [] };
}

export function readHtml(text: string, lines: LineReader, opening: Line, end: HtmlEnd): IgnoredBlock {
  const isLast = (line: Line): boolean =>
    end !== 'blank-line' && (end === 'own-line' || text.slice(line.from, line.to).toLowerCase().includes(end.text));
  let last = opening;
  while (!isLast(last)) {
    const line = lines.peek();
    if (line === undefined || (end === 'blank-line' && line.from === line.to)) break;
    last = line;
    lines.next();
  }
  const span = { start: opening.start, end: last.end };
  return { kind: 'html', span, comments: commentsIn(text, opening.from, last.end) };
}

/**
 * Comments at the head of a line, one after the other. Words behind them on the line are read as a line of their own.
 * A comment that is never closed runs to the end, as in Markdown.
 */
export function readComments(text: string, lines: LineReader, line: Line): IgnoredBlock {
  const comments: HtmlComment[] = [];
  let at = line.from;
  while (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 2);
    const end = close === -1 ? text.length : close + 3;
    comments.push(commentAt(text, { start: at, end }));
    at = end;
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  }
  const atLineEnd = at === text.length || text.charAt(at) === '\n' || text.charAt(at) === '\r';
  if (!atLineEnd) lines.resumeAt(at);
  else if (at > line.end) lines.resumeAt(text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length));
  const end = atLineEnd ? at : (comments.at(-1)?.span.end ?? at);
  return { kind: 'comment', span: { start: line.start, end }, comments };
}

function commentsIn(text: string, from: number, to: number): HtmlComment[] {
  const comments: HtmlComment[] = [];
  const html = text.slice(from, to);
  let at = html.indexOf('<!--');
  while (at !== -1) {
    const close = html.indexOf('-->', at + 2);
    const end: number = close === -1 ? html.length : close + 3;
    comments.push(commentAt(text, { start: from + at, end: from + end }));
    at = html.indexOf('<!--', end);
  }
  return comments;
}
