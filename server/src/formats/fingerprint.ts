import { createHash } from 'node:crypto';
import type { ReportedFinding } from './report.ts';

/** What tells a finding from every other one of a report, and stays the same when lines move and tasks are renumbered. */
export function fingerprintOf({ source, key }: ReportedFinding): string {
  return createHash('sha256').update(`${source.id}\n${key}`).digest('hex');
}
