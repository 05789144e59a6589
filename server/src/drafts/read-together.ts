import { InputError, type Problem } from '../files/input-error.ts';
import type { Draft, LoadedDraft } from './draft.ts';
import type { DraftReader } from './draft-reader.ts';

interface ReadDrafts {
  /** Drafts that are judged together: one alone, or the files of a pair. */
  readonly groups: readonly (readonly Draft[])[];
  readonly problems: readonly Problem[];
}

export interface LoadedDrafts {
  readonly groups: readonly (readonly LoadedDraft[])[];
  readonly problems: readonly Problem[];
}

/** Reads the files and all that belongs together with them, and puts together what does. */
export async function readTogether(reader: DraftReader, paths: readonly string[]): Promise<ReadDrafts> {
  const { groups, problems } = await loadTogether(reader, paths);
  const read = await Promise.all(groups.map((group) => Promise.all(group.map((draft) => reader.read(draft)))));
  return { groups: read, problems };
}

/** The same without taking the texts apart. */
export async function loadTogether(reader: DraftReader, paths: readonly string[]): Promise<LoadedDrafts> {
  const drafts: LoadedDraft[] = [];
  const problems: Problem[] = [];
  for (const path of paths) await collect(problems, async () => drafts.push(await reader.loadFile(path)));
  await addPartners(reader, drafts, problems);
  return { groups: groupDrafts(drafts), problems };
}

/** The same for one text from standard input. */
export async function loadTextTogether(
  reader: DraftReader,
  text: string,
  path: string,
  shown: string,
): Promise<LoadedDrafts> {
  const drafts: LoadedDraft[] = [];
  const problems: Problem[] = [];
  await collect(problems, async () => drafts.push(await reader.loadText(text, path, shown)));
  await addPartners(reader, drafts, problems);
  return { groups: groupDrafts(drafts), problems };
}

async function addPartners(reader: DraftReader, drafts: LoadedDraft[], problems: Problem[]): Promise<void> {
  const known = new Set(drafts.map((draft) => draft.path));
  // The list grows while it is walked: a partner may name further ones.
  for (const draft of drafts) {
    for (const { path, at } of draft.partners) {
      if (known.has(path)) continue;
      known.add(path);
      try {
        drafts.push(await reader.loadFile(path));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const shown = reader.show(path);
        problems.push(
          ...error.problems.map((problem) =>
            problem.at?.path !== shown || problem.at.line !== undefined
              ? problem
              : {
                  at,
                  what: {
                    zh: `与本文件成对的 ${shown}：${problem.what.zh}`,
                    en: `the other file of the pair, ${shown}: ${problem.what.en}`,
                  },
                  cure: problem.cure,
                },
          ),
        );
      }
    }
  }
}

/** A file that cannot be read does not keep the others from being read; every problem is told. */
async function collect(problems: Problem[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) if (!problems.some((known) => isSame(known, problem))) problems.push(problem);
  }
}

/** One broken configuration is found again for each file it holds for. */
function isSame(a: Problem, b: Problem): boolean {
  return (
    a.what.en === b.what.en && a.at?.path === b.at?.path && a.at?.line === b.at?.line && a.at?.column === b.at?.column
  );
}

function groupDrafts(drafts: readonly LoadedDraft[]): readonly (readonly LoadedDraft[])[] {
  const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
  const groups = new Map<LoadedDraft, Set<LoadedDraft>>(drafts.map((draft) => [draft, new Set([draft])]));
  for (const draft of drafts) {
    for (const { path } of draft.partners) {
      const partner = byPath.get(path);
      if (partner === undefined) continue;
      const joined = new Set([...(groups.get(draft) ?? []), ...(groups.get(partner) ?? [])]);
      for (const member of joined) groups.set(member, joined);
    }
  }
  const order = new Map(drafts.map((draft, index) => [draft, index]));
  return [...new Set(groups.values())].map((group) =>
    [...group].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  );
}
