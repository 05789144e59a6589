import type { Domain, Section, SectionRow } from '../../model/policy-document.ts';
import type { SourceText } from '../../text/source-text.ts';
import { oncePerSubject } from './once-per-subject.ts';

/** The text that a heading or a section row stands in: a pair may be made of parts of several files. */
export const headingSources = oncePerSubject((subject): ReadonlyMap<Section | Domain | SectionRow, SourceText> => {
  const sources = new Map<Section | Domain | SectionRow, SourceText>();
  for (const { source, sections, domains, points } of subject.workPoints) {
    for (const heading of [...sections, ...domains]) sources.set(heading, source);
    // A lower heading stands in no list of its part.
    for (const { domain } of points) if (domain !== undefined) sources.set(domain, source);
  }
  for (const { source, sections } of subject.taskLists) for (const row of sections) sources.set(row, source);
  return sources;
});
