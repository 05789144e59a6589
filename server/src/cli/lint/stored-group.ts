import type { Edit, Finding, Place, RelatedPlace } from '#shared/findings/finding.ts';
import { SourceText } from '#shared/text/source-text.ts';
import type { ReportedFinding } from '../../formats/report.ts';
import type { JudgedFile, JudgedGroup } from './judged.ts';

/** A judged group as plain data, for the cache and for other threads; a text is the number of its file. */
export interface StoredGroup extends Omit<JudgedGroup, 'files'> {
  readonly files: readonly StoredFile[];
}

interface StoredFile extends Omit<JudgedFile, 'source' | 'findings'> {
  readonly findings: readonly StoredFinding[];
}

type Stored<Kind extends Place> = Omit<Kind, 'source'> & { readonly file: number };

interface StoredFinding extends Omit<Stored<ReportedFinding>, 'related' | 'fixes'> {
  readonly related: readonly Stored<RelatedPlace>[];
  readonly fixes: readonly (Omit<Finding['fixes'][number], 'edits'> & { readonly edits: readonly Stored<Edit>[] })[];
}

export function storeGroup(group: JudgedGroup): StoredGroup {
  const numbers = new Map(group.files.map((file, index) => [file.source, index]));
  function store<Kind extends Place>({ source, ...rest }: Kind): Stored<Kind> {
    return { ...rest, file: numbers.get(source) ?? 0 };
  }
  return {
    ...group,
    files: group.files.map(({ source: _, ...file }) => ({
      ...file,
      findings: file.findings.map((finding) => ({
        ...store(finding),
        related: finding.related.map((place) => store(place)),
        fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => store(edit)) })),
      })),
    })),
  };
}

/** @param texts of the files, in their order, as they were before any fix. */
export function restoreGroup(stored: StoredGroup, texts: readonly string[]): JudgedGroup {
  const sources = stored.files.map((file, index) => new SourceText(file.fixedText ?? texts[index] ?? '', file.path));
  const [first = new SourceText('')] = sources;
  const sourceOf = (file: number) => sources[file] ?? first;
  return {
    ...stored,
    files: stored.files.map((file, index) => ({
      ...file,
      source: sourceOf(index),
      findings: file.findings.map(({ file: own, ...finding }) => ({
        ...finding,
        source: sourceOf(own),
        related: finding.related.map(({ file: other, ...place }) => ({ ...place, source: sourceOf(other) })),
        fixes: finding.fixes.map((fix) => ({
          ...fix,
          edits: fix.edits.map(({ file: other, ...edit }) => ({ ...edit, source: sourceOf(other) })),
        })),
      })),
    })),
  };
}
