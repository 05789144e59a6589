import common from '#seeds/units/common.json' with { type: 'json' };
import shenzhen from '#seeds/units/shenzhen.json' with { type: 'json' };
import { createDirectory } from '#shared/units/create-directory.ts';
import type { DirectoryFile } from '#shared/units/directory-file.ts';
import type { UnitDirectory } from '#shared/units/unit.ts';

/** The directory files that come with the tool, lowest layer first. A test proves that they keep to the schema. */
export const builtInFiles: readonly DirectoryFile[] = [common, shenzhen];

let directory: UnitDirectory | undefined;

/** The directory that comes with the tool: the bodies that every place has, and Shenzhen's units. Made once. */
export function builtInDirectory(): UnitDirectory {
  directory ??= createDirectory(builtInFiles);
  return directory;
}
